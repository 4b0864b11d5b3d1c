"""What a screen reader finds: in this process, and over the platform's accessibility bus."""
