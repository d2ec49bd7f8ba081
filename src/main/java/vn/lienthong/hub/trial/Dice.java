package vn.lienthong.hub.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Chance that falls the same way for the same seed. */
final class Dice {
    private static final double HUNDRED = 100;

    private final SplittableRandom random;

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    static Dice of(long seed) {
        return new Dice(new SplittableRandom(seed));
    }

    /** Dice of their own, so that more throws here do not change what falls there. */
    Dice split() {
        return new Dice(random.split());
    }

    /** From least to most, both possible. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** From 0 to 1. */
    double share() {
        return random.nextDouble();
    }

    boolean inAHundred(double howMany) {
        return random.nextDouble() * HUNDRED < howMany;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    <T> T oneOf(List<T> choices, ToDoubleFunction<T> weight) {
        double left = random.nextDouble() * choices.stream().mapToDouble(weight).sum();
        for (var choice : choices) {
            left -= weight.applyAsDouble(choice);
            if (left < 0) {
                return choice;
            }
        }
        return choices.getLast();
    }

    /** Exactly that many, each the likelier the more it weighs; what weighs nothing is never drawn. */
    <T> List<T> draw(int count, List<T> from, ToDoubleFunction<T> weight) {
        var tickets = new ArrayList<Ticket<T>>();
        for (var item : from) {
            double weighs = weight.applyAsDouble(item);
            if (weighs > 0) {
                tickets.add(new Ticket<>(item, Math.log(1 - random.nextDouble()) / weighs));
            }
        }
        if (tickets.size() < count) {
            throw new IllegalStateException("%d are to be drawn from %d".formatted(count, tickets.size()));
        }
        tickets.sort(
                Comparator.comparingDouble((Ticket<T> ticket) -> ticket.rank).reversed());
        return tickets.subList(0, count).stream().map(Ticket::item).toList();
    }

    /** Weighted drawing without putting back: Efraimidis and Spirakis, 2006. */
    private record Ticket<T>(T item, double rank) {}
}
