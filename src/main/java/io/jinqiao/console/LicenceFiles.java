package io.jinqiao.console;

import io.jinqiao.message.Digest;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IllegalValue;
import io.jinqiao.message.Refusal;
import io.jinqiao.mortgage.Certificates;
import io.jinqiao.opinion.DocumentVerdict;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;

/** Electronic certificates on their way out. They name people: each taking is in the audit before the first byte. */
@Service
public class LicenceFiles {
    private final Certificates certificates;
    private final Audit audit;

    LicenceFiles(Certificates certificates, Audit audit) {
        this.certificates = certificates;
        this.audit = audit;
    }

    /** Never shown in a browser: a file that was not taken may be anything. */
    public ResponseEntity<byte[]> file(String caseNo, String digest, Actor actor) {
        Certificates.Kept kept = certificates.find(caseNo, digest(digest)).orElseThrow(LicenceFiles::unknown);
        audit.write(actor.name(), "certificate-read", caseNo, digest);
        return ResponseEntity.ok()
                .contentType(kept.format().equals("pdf") ? MediaType.APPLICATION_PDF : MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(digest + "." + kept.format()).build().toString())
                .body(kept.file());
    }

    /** As of now. */
    public DocumentVerdict verdict(String caseNo, String digest) {
        return certificates.verify(caseNo, digest(digest)).orElseThrow(LicenceFiles::unknown);
    }

    private static Digest digest(String text) {
        try {
            return new Digest(text);
        } catch (IllegalValue noDigest) {
            throw unknown();
        }
    }

    private static Refusal unknown() {
        return new Refusal(FailureCode.RESOURCE_UNKNOWN);
    }
}
