package io.jinqiao.mortgage.truth;

import io.jinqiao.adapter.samples.SampleRegistry;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.CertificateNumber;
import io.jinqiao.message.Digest;
import io.jinqiao.message.Money;
import io.jinqiao.message.MortgageApplication.Kind;
import io.jinqiao.message.Party;
import io.jinqiao.message.RegisterEntry;
import io.jinqiao.message.RegisterEntry.Right;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.message.RegistrationCertificate;
import io.jinqiao.message.RegistrationEnquiry;
import io.jinqiao.message.RegistrationEntry;
import io.jinqiao.message.RegistrationReconciliation;
import io.jinqiao.message.RegistrationState;
import io.jinqiao.message.RegistrationStatus;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.mortgage.truth.TrueCase.Happened;
import io.jinqiao.opinion.DocumentVerdict;
import io.jinqiao.opinion.DocumentVerdict.Finding;
import io.jinqiao.opinion.SealedLicence;
import io.jinqiao.opinion.VerificationStep;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A registry that works on cases as registries do, and tells of them; what becomes of its words is not its business. */
final class TrueRegistry {
    /** A word of it. @param tells number of what happened @param content whether it says what was entered */
    record Word(TrueCase of, CanonicalMessage message, int tells, boolean content) {}

    final Map<String, TrueCase> cases = new LinkedHashMap<>();
    private final Random random;
    /** From now on it takes, enters and certifies everything as applied for. */
    boolean kind;
    private int numbers;

    TrueRegistry(Random random) {
        this.random = random;
    }

    /** @param filedAt when the centre opened the case */
    TrueCase receives(RegistrationApplication application, String loan, Instant filedAt, Instant at) {
        TrueCase one = new TrueCase(application, loan, "SL" + ++numbers, filedAt);
        cases.put(application.caseNo(), one);
        one.happens(RegistrationState.SUBMITTED, at, null, true, true);
        return one;
    }

    /** Something happens to a case, or nothing more will. @return what is told of it */
    List<Word> moves(TrueCase one, Instant at) {
        return switch (one.last().state()) {
            case SUBMITTED, SUPPLEMENT -> status(one, chosen(one.last().state() == RegistrationState.SUBMITTED), at);
            case ACCEPTED -> kind || random.nextInt(100) < 70 ? enters(one, at, true) : status(one, chosen(false), at);
            case REGISTERED -> afterwards(one, at);
            case REJECTED, WITHDRAWN, DELETED -> List.of();
        };
    }

    private RegistrationState chosen(boolean fresh) {
        int drawn = kind ? 0 : random.nextInt(100);
        return drawn < 65 ? RegistrationState.ACCEPTED : drawn < 85 ? RegistrationState.SUPPLEMENT : drawn < 95 || !fresh ? RegistrationState.REJECTED : RegistrationState.WITHDRAWN;
    }

    private List<Word> status(TrueCase one, RegistrationState state, Instant at) {
        Happened happened = one.happens(state, at, null, true, true);
        return List.of(state(one, happened));
    }

    private List<Word> afterwards(TrueCase one, Instant at) {
        int drawn = kind ? 0 : random.nextInt(100);
        if (drawn < 50 && one.kind() != Kind.CANCELLATION) {
            return certificates(one, at);
        }
        if (drawn < 58 && one.kind() != Kind.CANCELLATION) {
            return enters(one, at, false);
        }
        return drawn < 63 && drawn >= 50 ? status(one, RegistrationState.DELETED, at) : List.of();
    }

    /** @param first else it puts right what it entered: the right is another one now, or it only looks so */
    private List<Word> enters(TrueCase one, Instant at, boolean first) {
        int drawn = kind || one.kind() == Kind.CANCELLATION ? 99 : random.nextInt(100);
        boolean branch = drawn < 10;
        boolean wrong = drawn >= 10 && drawn < (first ? 13 : 40);
        RegisterEntry entry = entry(one, at, branch, wrong);
        Happened happened = one.happens(RegistrationState.REGISTERED, at, entry, !wrong, !branch && !wrong);
        List<Word> words = new ArrayList<>();
        words.add(state(one, happened));
        words.add(new Word(one, new RegistrationEntry(number(), one.application.caseNo(), one.registryNo, one.kind(), entry), happened.no(), true));
        return words;
    }

    private RegisterEntry entry(TrueCase one, Instant at, boolean branch, boolean wrong) {
        if (one.kind() == Kind.CANCELLATION) {
            return new RegisterEntry(at, null, List.of());
        }
        Money applied = one.application.claim().amount();
        Money amount = wrong ? new Money(applied.fen() / 2) : applied;
        String owner = one.application.parties().stream().filter(party -> party.role() == Party.Role.MORTGAGOR).findFirst().orElseThrow().name();
        List<RegisterEntry.Proof> proofs = new ArrayList<>();
        if (one.kind() == Kind.DOUBLE_PRE_NOTICE) {
            proofs.add(new RegisterEntry.Proof(Right.PURCHASE_PRE_NOTICE, one.application.units().get(0).unitNumber(), proof(), "虚构开发有限公司"));
        }
        proofs.add(new RegisterEntry.Proof(
                one.kind() == Kind.DOUBLE_PRE_NOTICE ? Right.MORTGAGE_PRE_NOTICE : Right.MORTGAGE, one.application.units().get(0).unitNumber(), proof(), owner));
        List<RegisterEntry.Holder> holders = branch ? List.of(new RegisterEntry.Holder(one.application.mortgagee().name() + "东城管理部", null, proofs.get(proofs.size() - 1).proofNo().value())) : List.of();
        return new RegisterEntry(at, amount, proofs, holders);
    }

    private CertificateNumber proof() {
        return CertificateNumber.proof("虚(2026)虚构市不动产证明第" + String.format("%07d", ++numbers) + "号");
    }

    List<Word> certificates(TrueCase one, Instant at) {
        RegisterEntry entry = one.entered();
        return entry == null ? List.of() : entry.proofs().stream().map(proof -> new Word(one, certificate(one, proof, at), one.last().no(), false)).toList();
    }

    RegistrationCertificate certificate(TrueCase one, RegisterEntry.Proof proof, Instant at) {
        String text = String.join("|", proof.proofNo().value(), one.application.mortgagee().name(), one.application.parties().stream().filter(party -> party.role() == Party.Role.MORTGAGOR).findFirst().orElseThrow().name(), proof.unitNumber().value());
        byte[] file = text.getBytes(StandardCharsets.UTF_8);
        return new RegistrationCertificate(number(), one.application.caseNo(), one.registryNo, proof.proofNo(), SampleRegistry.certificate().licence(), LocalDate.ofInstant(at, WorkingCalendar.ZONE),
                RegistrationCertificate.Format.OFD, Digest.of(file), Base64.getEncoder().encodeToString(file));
    }

    /** What verifying such a file says. */
    static SealedLicence verified(byte[] file) {
        String[] said = new String(file, StandardCharsets.UTF_8).split("\\|");
        return new SealedLicence(new DocumentVerdict("ofd", null, List.of(Finding.passed(VerificationStep.SIGNATURE))),
                Map.of("ZZBH", said[0], "ZZBS", SampleRegistry.certificate().licence().value(), "CZZT", said[1], "YWR", said[2], "BDCDYH", said[3]), "");
    }

    Word state(TrueCase one, Happened happened) {
        boolean asks = happened.state() == RegistrationState.SUPPLEMENT || happened.state() == RegistrationState.REJECTED || happened.state() == RegistrationState.WITHDRAWN || happened.state() == RegistrationState.DELETED;
        return new Word(one, new RegistrationStatus(number(), one.application.caseNo(), one.registryNo, happened.state(), happened.at(), asks ? "事由" + happened.no() : null, null), happened.no(), false);
    }

    RegistrationEnquiry.Answer progress(TrueCase one) {
        RegistrationStatus last = (RegistrationStatus) state(one, one.last()).message();
        return new RegistrationEnquiry.Answer(one.application.caseNo(), one.registryNo, last.state(), last.happenedAt(), last.reason(), null, last.state() == RegistrationState.REGISTERED ? one.entered() : null);
    }

    /** Everything that moved on a day, so many rows a page. */
    RegistrationReconciliation.Answer moved(LocalDate day, @Nullable String after, int rows) {
        List<RegistrationReconciliation.Row> all = new ArrayList<>();
        cases.values().forEach(one -> one.all.stream()
                .filter(happened -> LocalDate.ofInstant(happened.at(), WorkingCalendar.ZONE).equals(day))
                .forEach(happened -> all.add(new RegistrationReconciliation.Row(one.application.caseNo(), one.registryNo, happened.state(), happened.at()))));
        int from = after == null ? 0 : Integer.parseInt(after);
        int to = Math.min(all.size(), from + rows);
        int total = (int) all.stream().map(RegistrationReconciliation.Row::caseNo).distinct().count();
        return new RegistrationReconciliation.Answer(day, total, all.subList(from, to), to < all.size() ? "" + to : null);
    }

    private String number() {
        return "TS" + ++numbers;
    }
}
