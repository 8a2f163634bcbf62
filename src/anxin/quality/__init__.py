"""Text quality before approval: what a careful reader would stumble over in a document as served. Pure."""
