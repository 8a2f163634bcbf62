"""Work that both wings do alike: rows as queues, the corridor's two ends, periodic jobs. Knows no wing's tables."""
