package io.jinqiao.workbench.conformance;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything a run says of itself.
 *
 * @param target who was at the other end, in words
 * @param agreedBy who allowed hostile bytes against somebody else's system; null: nobody had to
 * @param remarks what a reader has to know before the numbers
 * @param wanted what was asked for: where nothing ran of it, nothing is well
 */
record Report(
        String partner,
        String title,
        String specification,
        Instant at,
        Words target,
        @Nullable String agreedBy,
        List<Words> remarks,
        Set<Trial.Level> wanted,
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

    /** Nothing ran is a failure, of each part by itself. */
    boolean well() {
        return failed() == 0 && passed() > 0 && idle().isEmpty();
    }

    /** What was asked for and did not run at all, with every reason. */
    List<Words> idle() {
        return wanted.stream().filter(level -> of(level).noneMatch(result -> result.passed() || result.failed())).sorted().map(this::idle).toList();
    }

    private Words idle(Trial.Level level) {
        List<Words> reasons = of(level).map(Result::outcome).map(Outcome.NotRun.class::cast).map(Outcome.NotRun::why).distinct().toList();
        return new Words(
                level.words.chinese() + "：什么都没有执行。" + reasons.stream().map(Words::chinese).collect(Collectors.joining("；")),
                "nothing ran " + level.words.english() + ". " + reasons.stream().map(Words::english).collect(Collectors.joining("; ")));
    }

    private Stream<Result> of(Trial.Level level) {
        return results.stream().filter(result -> result.trial().level() == level);
    }
}
