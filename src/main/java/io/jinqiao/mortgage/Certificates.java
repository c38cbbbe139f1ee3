package io.jinqiao.mortgage;

import io.jinqiao.message.Digest;
import io.jinqiao.message.PartnerId;
import io.jinqiao.opinion.DocumentVerdict;
import java.util.List;
import java.util.Optional;

/** The room's door for electronic certificates the registries handed over, good or not. */
public interface Certificates {

    /** @param format {@code ofd} or {@code pdf} */
    record Kept(Digest digest, String format, byte[] file) {}

    /**
     * The file as it came.
     *
     * @throws io.jinqiao.message.Refusal when the person's data were erased
     */
    Optional<Kept> find(String caseNo, Digest digest);

    /** Every file of an application's cases whose data were not erased, in the order in which they came. */
    List<Kept> of(PartnerId bank, String applicationNo);

    /** Verifies a kept file as of now: a stored file is not to be trusted either. Changes nothing. */
    Optional<DocumentVerdict> verify(String caseNo, Digest digest);
}
