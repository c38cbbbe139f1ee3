package io.jinqiao.console.pages;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Audit;
import io.jinqiao.console.LicenceFiles;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Packs;
import io.jinqiao.console.Role;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import io.jinqiao.opinion.IssuedOpinion;
import io.jinqiao.opinion.Opinions;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Files with people's data in the clear: each taking is written into the audit. */
@Controller
@Needs({Role.REVIEWER, Role.APPROVER, Role.AUDITOR})
class Downloads {
    private final Opinions opinions;
    private final Packs packs;
    private final LicenceFiles licences;
    private final Audit audit;

    Downloads(Opinions opinions, Packs packs, LicenceFiles licences, Audit audit) {
        this.opinions = opinions;
        this.packs = packs;
        this.licences = licences;
        this.audit = audit;
    }

    @GetMapping("/console/opinions/{opinionNo}")
    ResponseEntity<byte[]> opinion(
            @PathVariable String opinionNo,
            @RequestParam(defaultValue = "false") boolean download,
            @AuthenticationPrincipal Actor actor) {
        IssuedOpinion issued = opinions.find(opinionNo).orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
        byte[] file = opinions.document(opinionNo).orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
        audit.write(actor.name(), "opinion-read", opinionNo, null);
        boolean pdf = issued.format().equals("pdf");
        return file(file, opinionNo + "." + issued.format(), pdf ? MediaType.APPLICATION_PDF : MediaType.APPLICATION_OCTET_STREAM,
                download || !pdf);
    }

    @GetMapping("/console/registrations/{caseNo}/certificates/{digest}")
    ResponseEntity<byte[]> certificate(@PathVariable String caseNo, @PathVariable String digest, @AuthenticationPrincipal Actor actor) {
        return licences.file(caseNo, digest, actor);
    }

    @GetMapping("/console/loans/{acceptanceNo}/evidence")
    void evidenceOfLoan(@PathVariable String acceptanceNo, @AuthenticationPrincipal Actor actor, HttpServletResponse response)
            throws IOException {
        packs.ofLoan(acceptanceNo, actor, response);
    }

    @GetMapping("/console/messages/{record}/evidence")
    void evidenceOfMessage(@PathVariable String record, @AuthenticationPrincipal Actor actor, HttpServletResponse response)
            throws IOException {
        packs.ofMessage(record, null, actor, response);
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, String name, MediaType type, boolean attachment) {
        ContentDisposition.Builder how = attachment ? ContentDisposition.attachment() : ContentDisposition.inline();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, how.filename(name).build().toString())
                .body(bytes);
    }
}
