package io.jinqiao.credit.facts;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the next batch on a thread of its own while the caller uses the one before. At most one is ahead; closed, nothing runs any more.
 */
final class Ahead<T> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ahead.class);

    private final Callable<List<T>> source;
    private final ExecutorService thread;
    private Future<List<T>> coming;

    /** @param source called by one thread at a time, again after an empty batch */
    Ahead(String name, Callable<List<T>> source) {
        this.source = source;
        this.thread = Executors.newSingleThreadExecutor(task -> new Thread(task, name));
        this.coming = thread.submit(source);
    }

    /** @throws IllegalStateException when the source failed; the cause is its own, and an unchecked one is thrown as it is */
    List<T> next() {
        List<T> batch = await();
        coming = thread.submit(source);
        return batch;
    }

    private List<T> await() {
        try {
            return coming.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException own) {
                throw own;
            }
            throw new IllegalStateException("the next batch could not be fetched", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Returns when the batch under way is there, or a little later than the caller is interrupted. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            while (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
                LOG.info("the last rows of the month are waited for / 等待最后一批数据读取完毕");
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
