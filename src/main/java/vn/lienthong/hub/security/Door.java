package vn.lienthong.hub.security;

import java.util.List;

/** What one package offers over HTTP to callers with a token. What no door lists is closed. */
public record Door(List<Right> rights) {
    public Door(Right... rights) {
        this(List.of(rights));
    }
}
