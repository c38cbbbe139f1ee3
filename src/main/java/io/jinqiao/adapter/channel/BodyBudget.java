package io.jinqiao.adapter.channel;

import java.util.concurrent.atomic.AtomicLong;

/** Memory that the bodies of all requests under way may take together. */
final class BodyBudget {
    private final long limit;
    private final AtomicLong taken = new AtomicLong();

    /** @param limit in bytes */
    BodyBudget(long limit) {
        this.limit = limit;
    }

    /** @return whether so much was left; then it is taken */
    boolean take(int bytes) {
        if (taken.addAndGet(bytes) <= limit) {
            return true;
        }
        taken.addAndGet(-bytes);
        return false;
    }

    void giveBack(int bytes) {
        taken.addAndGet(-bytes);
    }

    long taken() {
        return taken.get();
    }
}
