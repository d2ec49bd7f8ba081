package vn.lienthong.hub.repair;

import java.util.UUID;

/** Published inside the transaction that ends a repair. */
public record RepairEnded(UUID id, int done, int failed, int passed) {}
