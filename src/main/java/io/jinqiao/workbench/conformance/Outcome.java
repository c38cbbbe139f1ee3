package io.jinqiao.workbench.conformance;

/** What became of a trial. */
sealed interface Outcome {

    record Passed() implements Outcome {}

    record Failed(Finding finding) implements Outcome {}

    /** Listed with its reason, never counted as well. */
    record NotRun(Words why) implements Outcome {}

    static Outcome notRun(String chinese, String english) {
        return new NotRun(new Words(chinese, english));
    }
}
