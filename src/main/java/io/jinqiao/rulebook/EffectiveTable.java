package io.jinqiao.rulebook;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Values that hold from a date until the next one takes over.
 *
 * @param <T> what holds
 */
public final class EffectiveTable<T> {
    private final TreeMap<LocalDate, T> from = new TreeMap<>();

    private EffectiveTable() {}

    /** @throws IllegalArgumentException when two values start on one day */
    public static <T> EffectiveTable<T> of(Map<LocalDate, T> byFirstDay) {
        return of(byFirstDay.entrySet(), Map.Entry::getKey).map(Map.Entry::getValue);
    }

    /** @throws IllegalArgumentException when two values start on one day */
    public static <T> EffectiveTable<T> of(Collection<T> values, Function<T, LocalDate> firstDay) {
        EffectiveTable<T> table = new EffectiveTable<>();
        for (T value : values) {
            if (table.from.put(firstDay.apply(value), value) != null) {
                throw new IllegalArgumentException("two values start on " + firstDay.apply(value));
            }
        }
        return table;
    }

    public <R> EffectiveTable<R> map(Function<T, R> change) {
        EffectiveTable<R> table = new EffectiveTable<>();
        from.forEach((day, value) -> table.from.put(day, change.apply(value)));
        return table;
    }

    /** What holds on a day. @throws NoSuchElementException before the first day */
    public T at(LocalDate date) {
        return find(date).orElseThrow(() -> new NoSuchElementException("nothing is in force on " + date));
    }

    public Optional<T> find(LocalDate date) {
        return Optional.ofNullable(from.floorEntry(date)).map(Map.Entry::getValue);
    }
}
