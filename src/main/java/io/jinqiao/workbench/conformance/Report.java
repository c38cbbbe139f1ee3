package io.jinqiao.workbench.conformance;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a run says of itself.
 *
 * @param target who was at the other end, in words
 * @param agreedBy who allowed hostile bytes against somebody else's system; null: nobody had to
 * @param remarks what a reader has to know before the numbers
 */
record Report(
        String partner,
        String title,
        String specification,
        Instant at,
        Words target,
        @Nullable String agreedBy,
        List<Words> remarks,
        List<Result> results) {

    long passed() {
        return results.stream().filter(Result::passed).count();
    }

    long failed() {
        return results.stream().filter(Result::failed).count();
    }

    long notRun() {
        return results.size() - passed() - failed();
    }

    /** Nothing ran is a failure. */
    boolean well() {
        return failed() == 0 && passed() > 0;
    }
}
