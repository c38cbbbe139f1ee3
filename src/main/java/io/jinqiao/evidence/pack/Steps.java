package io.jinqiao.evidence.pack;

import io.jinqiao.evidence.PackReason;
import io.jinqiao.evidence.PackVerdict.Check;
import io.jinqiao.evidence.PackVerdict.Outcome;
import io.jinqiao.evidence.PackVerdict.Step;
import java.util.List;

/** Collects the steps of one scope. */
record Steps(String scope, List<Step> all) {

    Steps of(String other) {
        return new Steps(other, all);
    }

    void ok(Check check, String detail) {
        all.add(new Step(scope, check, Outcome.OK, PackReason.HOLDS, detail));
    }

    void ok(Check check, PackReason reason, String detail) {
        all.add(new Step(scope, check, Outcome.OK, reason, detail));
    }

    void refused(Check check, PackReason reason, String detail) {
        all.add(new Step(scope, check, Outcome.REFUSED, reason, detail));
    }

    void notChecked(Check check, PackReason reason, String detail) {
        all.add(new Step(scope, check, Outcome.NOT_CHECKED, reason, detail));
    }
}
