package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.descriptor.WireForm.EditionForm;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a transaction code means in the edition agreed, and in which other it would mean something. Thread-safe. */
final class EditionCodes {
    private final @Nullable EditionForm editions;
    private final Addresses addresses;

    EditionCodes(@Nullable EditionForm editions, Addresses addresses) {
        this.editions = editions;
        this.addresses = addresses;
    }

    /** @return null when there is none; why is among the problems then */
    @Nullable Operation operation(String code, List<Problem> problems) {
        Operation operation = editions == null ? addresses.incoming(code) : of(editions.inForce(), code);
        if (operation == null) {
            String other = other(code);
            problems.addAll(
                    other == null || editions == null
                            ? addresses.unknown(code).problems()
                            : List.of(Problem.of(FailureCode.EDITION_WRONG, code, other, editions.inForce())));
        }
        return operation;
    }

    private @Nullable String other(String code) {
        if (editions == null) {
            return null;
        }
        for (Map.Entry<String, Map<String, List<String>>> edition : editions.codes().entrySet()) {
            if (edition.getValue().containsKey(code)) {
                return edition.getKey();
            }
        }
        return null;
    }

    private @Nullable Operation of(String edition, String code) {
        EditionForm form = java.util.Objects.requireNonNull(editions);
        for (String meant : form.codes().getOrDefault(edition, Map.of()).getOrDefault(code, List.of())) {
            Operation operation = addresses.incoming(meant);
            if (operation != null) {
                return operation;
            }
        }
        return null;
    }
}
