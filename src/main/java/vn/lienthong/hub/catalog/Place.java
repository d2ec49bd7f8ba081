package vn.lienthong.hub.catalog;

import java.nio.file.Path;

/**
 * Where something stands.
 *
 * @param line counted from 1
 * @param column counted from 1
 */
public record Place(Path file, int line, int column) {}
