package io.jinqiao.message;

/** A message that is not whole before the scans it names were put in; they are with the loan. */
public interface NeedsScans {

    /** Whole scans of one application. */
    interface Scans {
        /** @throws Refusal when there is no such scan, or its person's data were erased */
        byte[] read(Digest digest, int from, int length);
    }

    CanonicalMessage with(Scans scans);
}
