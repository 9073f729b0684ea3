"""The digest of bytes: by what rows, sentences and words are known to be the same again."""

try:  # hashlib takes it from here too, but loads OpenSSL first: a twentieth of what `upheld show` takes, and 4 MB
    from _blake2 import blake2b
except ImportError:  # another Python than CPython
    from hashlib import blake2b

_BYTES = 8
"""Long enough that no accident comes upon the same again."""


def digest_bytes(data: bytes) -> bytes:
    """The digest of bytes as they are, in 8 bytes."""
    return blake2b(data, digest_size=_BYTES).digest()
