package io.jinqiao.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the whole journal again and tells what is not as it was written. Slow; for auditors and after an incident. */
public interface JournalCheck {

    Report check();

    /**
     * @param records records whose text, link and content were checked
     * @param erased records whose content could not be checked because their key was erased on purpose
     * @param findings empty when the journal is whole
     */
    record Report(long records, long erased, long seals, List<Finding> findings) {
        public boolean whole() {
            return findings.isEmpty();
        }
    }

    /**
     * @param place chain and number of the link, or number of the seal
     * @param record the record concerned; null when a seal is
     */
    record Finding(Fault fault, String place, @Nullable RecordId record) {}

    enum Fault {
        /** A column of the record is not what its link covers. */
        RECORD_CHANGED,
        /** A link leads to a record that is gone. */
        RECORD_MISSING,
        /** The content is not what the record's digest covers, or cannot be decrypted. */
        CONTENT_CHANGED,
        /** The certificate kept for the record is gone or another. */
        CERTIFICATE_CHANGED,
        /** A number is missing on a chain. */
        LINK_MISSING,
        /** The link does not follow from the record and the link before it. */
        LINK_CHANGED,
        /** A number is missing among the seals. */
        SEAL_MISSING,
        /** The seal does not follow from its links and the seal before it. */
        SEAL_CHANGED,
        /** The time-stamp is not one over this seal. */
        TOKEN_CHANGED
    }
}
