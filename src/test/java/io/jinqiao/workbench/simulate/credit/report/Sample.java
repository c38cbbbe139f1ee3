package io.jinqiao.workbench.simulate.credit.report;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Something a rule must refuse.
 *
 * @param rule beginning of the rule's key
 * @param before what is taken first, so that the last file is wrong in this one thing
 */
record Sample(String rule, String name, ReportSettings settings, Consumer<Post> before, Function<Post, Feedback> bad) {

    /** Id of the rule. */
    String id() {
        return rule.substring(0, 6);
    }

    static Sample of(String rule, String name, Consumer<Post> before, Line... bad) {
        return new Sample(rule, name, ReportSettings.plain(), before, post -> post.send(bad));
    }

    Sample with(ReportSettings agreed) {
        return new Sample(rule, name, agreed, before, bad);
    }

    @Override
    public String toString() {
        return rule + " · " + name;
    }
}
