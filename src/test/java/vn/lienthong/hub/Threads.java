package vn.lienthong.hub;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How many platform threads there are of each kind. Other tests may begin servers meanwhile, so that only the growth of
 * one kind says something: threads that stand for calls are called alike.
 */
public record Threads(Map<String, Long> byKind) {
    private static final Pattern NUMBER = Pattern.compile("\\d+$|(?<=#)\\d+");

    public static Threads now() {
        return new Threads(Thread.getAllStackTraces().keySet().stream()
                .map(thread -> NUMBER.matcher(thread.getName()).replaceAll(""))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
    }

    public long largestGrowthSince(Threads before) {
        return byKind.entrySet().stream()
                .mapToLong(kind -> kind.getValue() - before.byKind.getOrDefault(kind.getKey(), 0L))
                .max()
                .orElse(0);
    }
}
