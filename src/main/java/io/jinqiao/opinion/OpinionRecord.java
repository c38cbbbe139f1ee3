package io.jinqiao.opinion;

import io.jinqiao.message.Digest;
import io.jinqiao.message.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the centre approved and issued, as far as a document is compared with it.
 *
 * @param months approved term
 * @param validTo last day on which a contract may be signed on it
 * @param file digest of the sealed file; null when it is not known
 */
public record OpinionRecord(
        String opinionNo,
        int version,
        Money amount,
        int months,
        LocalDate validTo,
        IssuedOpinion.Standing standing,
        @Nullable Digest file) {}
