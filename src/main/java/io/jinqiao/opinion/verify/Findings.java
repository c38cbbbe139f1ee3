package io.jinqiao.opinion.verify;

import io.jinqiao.opinion.DocumentFault;
import io.jinqiao.opinion.DocumentVerdict;
import io.jinqiao.opinion.DocumentVerdict.Finding;
import io.jinqiao.opinion.DocumentVerdict.Outcome;
import io.jinqiao.opinion.OpinionRecord;
import io.jinqiao.opinion.VerificationBasis;
import io.jinqiao.opinion.VerificationStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Findings while they gather. A step that was never reached is "not checked". */
final class Findings {
    private static final int MOST = 100;

    private final List<Finding> all = new ArrayList<>();

    Findings add(Finding finding) {
        if (all.size() < MOST) {
            all.add(finding);
        }
        return this;
    }

    Findings add(List<Finding> findings) {
        findings.forEach(this::add);
        return this;
    }

    void failed(VerificationStep step, BadFile bad) {
        add(Finding.failed(step, bad.fault(), bad.arguments()));
    }

    void notApplicable(DocumentFault why, VerificationStep... steps) {
        for (VerificationStep step : steps) {
            add(Finding.of(step, Outcome.NOT_APPLICABLE, why));
        }
    }

    /** Compares with the record of that number, when records are at hand. */
    Findings business(PrintedTerms printed, VerificationBasis basis, byte[] file) {
        if (basis.records() == null) {
            add(Finding.notChecked(VerificationStep.RECORD, DocumentFault.NEEDS_RECORD));
            return add(BusinessSteps.standing(null, basis.today()));
        }
        String number = printed.opinionNo();
        if (number == null) {
            add(Finding.failed(VerificationStep.RECORD, DocumentFault.NUMBER_MISSING));
            return add(BusinessSteps.standing(null, basis.today()));
        }
        Optional<OpinionRecord> record = basis.records().apply(number);
        if (record.isEmpty()) {
            add(Finding.failed(VerificationStep.RECORD, DocumentFault.RECORD_UNKNOWN, number));
            return add(BusinessSteps.standing(null, basis.today()));
        }
        add(BusinessSteps.record(printed, record.get(), file));
        return add(BusinessSteps.standing(record.get(), basis.today()));
    }

    DocumentVerdict verdict(String format, @Nullable String opinionNo) {
        for (VerificationStep step : VerificationStep.values()) {
            if (all.stream().noneMatch(f -> f.step() == step)) {
                all.add(Finding.notChecked(step, DocumentFault.NEEDS_EARLIER));
            }
        }
        all.sort(Comparator.comparing(Finding::step)); // a stable sort: several findings of a step keep their order
        return new DocumentVerdict(format, opinionNo, all);
    }
}
