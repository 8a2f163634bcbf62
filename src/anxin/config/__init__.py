"""Settings of the two wings. A process belongs to one wing: ``anxin.config.inner`` or ``anxin.config.outer``."""
