package vn.lienthong.hub.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads all parts of an edition, each once and those it needs before it, and collects what is wrong with any. */
public final class Reading {
    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

    private final Tree tree;
    private final Map<Class<?>, Part<?>> wanted = new LinkedHashMap<>();
    private final Map<Class<?>, Object> read = new HashMap<>();
    private final Set<Class<?>> unsound = new LinkedHashSet<>();
    private final List<String> mistakes = new ArrayList<>();

    Reading(Tree tree, List<Part<?>> parts) {
        this.tree = tree;
        parts.forEach(part -> wanted.put(part.type(), part));
    }

    /** The other part cannot be read, which is already told. */
    private static final class NotRead extends RuntimeException {
        NotRead() {
            super(null, null, false, false);
        }
    }

    public Tree tree() {
        return tree;
    }

    /** Another part of the same edition. */
    public <T> T part(Class<T> type) {
        if (!read.containsKey(type)) {
            read(type);
        }
        if (unsound.contains(type)) {
            throw new NotRead();
        }
        return type.cast(Objects.requireNonNull(read.get(type)));
    }

    private void read(Class<?> type) {
        var part = wanted.get(type);
        if (part == null) {
            throw new IllegalArgumentException("no part " + type.getSimpleName());
        }
        if (unsound.contains(type)) {
            return;
        }
        try {
            read.put(type, part.reader().read(this));
        } catch (NotRead e) {
            unsound.add(type);
        } catch (Unsound e) {
            unsound.add(type);
            mistakes.addAll(e.mistakes());
        } catch (RuntimeException | StackOverflowError e) {
            // whatever a file makes of its reader, the hub goes on with what it has
            LOG.warn("{} cannot be read", type.getSimpleName(), e);
            unsound.add(type);
            mistakes.add("%s cannot be read: %s"
                    .formatted(type.getSimpleName(), e.getClass().getSimpleName()));
        }
    }

    /** @throws Unsound with every mistake of every part */
    Edition edition(Runnable atEnd) {
        wanted.keySet().forEach(type -> {
            if (!read.containsKey(type)) {
                read(type);
            }
        });
        var edition = new Edition(tree, read, atEnd);
        if (!unsound.isEmpty()) {
            edition.leave();
            throw new Unsound(mistakes.stream().distinct().toList());
        }
        return edition;
    }
}
