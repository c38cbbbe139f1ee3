package io.jinqiao.workbench.simulate;

import io.jinqiao.message.Operation;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How a simulated partner treats each message. Orders are tried newest first; a message that fits none is treated as the mood says. */
public final class Moods {
    private final List<Order> orders = new CopyOnWriteArrayList<>();
    private volatile Supplier<Behaviour> mood = () -> Behaviour.OK;
    private volatile Duration late = Duration.ofSeconds(30);
    private volatile Duration slow = Duration.ofSeconds(2);

    /** @param operation null: every one; @param key business key, null: every one; @param left how often it still counts */
    private record Order(@Nullable Operation operation, @Nullable String key, Behaviour behaviour, AtomicInteger left) {
        boolean fits(Operation asked, String itsKey) {
            return (operation == null || operation == asked) && (key == null || key.equals(itsKey)) && left.getAndDecrement() > 0;
        }
    }

    public void behave(Operation operation, Behaviour behaviour) {
        order(operation, null, behaviour, Integer.MAX_VALUE);
    }

    /** @param times how many messages are treated so, from now on */
    public void order(@Nullable Operation operation, @Nullable String key, Behaviour behaviour, int times) {
        orders.removeIf(o -> o.left().get() <= 0 || times == Integer.MAX_VALUE && same(o.operation(), operation) && same(o.key(), key));
        orders.add(0, new Order(operation, key, behaviour, new AtomicInteger(times)));
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return java.util.Objects.equals(one, other);
    }

    /** How each message is treated that fits no order. */
    public void mood(Supplier<Behaviour> each) {
        mood = each;
    }

    /** Forgets every order and the mood. */
    public void calm() {
        orders.clear();
        mood = () -> Behaviour.OK;
    }

    /** How long {@link Behaviour#LATE} waits; longer than the caller does. */
    public void lateBy(Duration duration) {
        late = duration;
    }

    /** How long {@link Behaviour#SLOW} waits; shorter than the caller does. */
    public void slowBy(Duration duration) {
        slow = duration;
    }

    public Behaviour of(Operation operation, String key) {
        for (Iterator<Order> it = orders.iterator(); it.hasNext(); ) {
            Order order = it.next();
            if (order.fits(operation, key)) {
                return order.behaviour();
            }
        }
        return mood.get();
    }

    public Duration wait(Behaviour behaviour) {
        return switch (behaviour) {
            case LATE -> late;
            case SLOW -> slow;
            default -> Duration.ZERO;
        };
    }
}
