package vn.lienthong.hub.exchange;

import org.jspecify.annotations.Nullable;

/**
 * One place where two attempts differ.
 *
 * @param where such as {@code outcome}, {@code calls/0/status}, {@code calls/0/sent/hoSo/ngayTiepNhan}
 * @param one absent where only the other has it
 */
public record Change(
        String where, @Nullable String one, @Nullable String other) {}
