package io.jinqiao.opinion.ofd;

import io.jinqiao.opinion.seal.SealUse;
import io.jinqiao.opinion.sheet.Sheet;
import io.jinqiao.opinion.sheet.Typeface;
import java.time.Instant;
import java.time.ZoneId;

/** Sealed OFD files, made in memory. Safe for use by many threads. */
public final class OfdOpinions {
    private final DocumentFiles documents;

    /** @param zone in which the file names its day */
    public OfdOpinions(Typeface typeface, ZoneId zone) {
        this.documents = new DocumentFiles(typeface, zone);
    }

    /** Lays the files out, seals them. The same sheet, instant, seal and signature value give the same bytes. */
    public byte[] seal(Sheet sheet, Instant sealedAt, SealUse seal) {
        OfdPackage files = documents.of(sheet, sealedAt);
        files.add(SignatureFiles.SEAL, seal.data());
        files.add(DocumentFiles.SIGNATURES, SignatureFiles.list());
        byte[] description = SignatureFiles.description(sheet, files.files(), sealedAt);
        byte[] value = seal.signature(SignatureFiles.sm3(description), "/" + SignatureFiles.SIGNATURE, sealedAt);
        files.add(SignatureFiles.SIGNATURE, description);
        files.add(SignatureFiles.SIGNED_VALUE, value);
        return files.zip();
    }
}
