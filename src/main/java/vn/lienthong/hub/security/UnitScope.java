package vn.lienthong.hub.security;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which administrative units somebody may see: {@code *}, a province {@code 31}, a commune {@code 31/11086}. */
public record UnitScope(Set<String> units) {
    public static final UnitScope EVERYWHERE = new UnitScope(Set.of("*"));
    public static final UnitScope NOWHERE = new UnitScope(Set.of());

    private static final Pattern UNIT = Pattern.compile("\\*|[0-9]{2}(/[0-9]{5})?");

    /** Words that name no unit open nothing. */
    public static UnitScope of(Collection<String> words) {
        return new UnitScope(
                words.stream().filter(word -> UNIT.matcher(word).matches()).collect(Collectors.toUnmodifiableSet()));
    }

    public boolean covers(String province, String commune) {
        return units.contains("*") || units.contains(province) || units.contains(province + "/" + commune);
    }
}
