package vn.lienthong.hub.diagnosis;

import org.jspecify.annotations.Nullable;

/**
 * What was found of one thing.
 *
 * @param code stable; the words may change
 * @param subject what it is about: a system, a node, a file
 * @param todoEn what to do about it, where something must be done
 */
public record Finding(
        String code,
        Severity severity,
        String subject,
        String en,
        String vi,
        @Nullable String todoEn,
        @Nullable String todoVi) {}
