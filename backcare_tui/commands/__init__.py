"""Every command once: what bindings, footer, help and palette are made from."""
