"""The printed tables of counts (received, decided, remedied), and the sentences that stand in their place."""
