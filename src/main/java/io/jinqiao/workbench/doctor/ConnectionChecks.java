package io.jinqiao.workbench.doctor;

import io.jinqiao.adapter.descriptor.Channel;
import io.jinqiao.signing.CertificateFiles;
import io.jinqiao.workbench.doctor.wire.Endpoint;
import io.jinqiao.workbench.doctor.wire.Fault;
import io.jinqiao.workbench.doctor.wire.Handshake;
import io.jinqiao.workbench.doctor.wire.Line;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What reaching the port and shaking hands tell. Everything below is decided from what {@link Line} saw. */
final class ConnectionChecks {
    /** Alerts that say: not with these versions or ciphers. */
    private static final Set<String> PARAMETERS = Set.of("handshake_failure", "insufficient_security", "protocol_version", "illegal_parameter");

    private final Line line;
    private final Endpoint endpoint;
    private final Channel channel;
    private final Papers papers;
    private final PaperChecks checks;

    ConnectionChecks(Line line, Channel channel, Papers papers, PaperChecks checks) {
        this.line = line;
        this.endpoint = line.endpoint();
        this.channel = channel;
        this.papers = papers;
        this.checks = checks;
    }

    Optional<Symptom> reach() {
        return Optional.ofNullable(line.reach()).map(this::unreached);
    }

    private Symptom unreached(Fault fault) {
        String where = endpoint.toString();
        return switch (fault.kind()) {
            case NAME_UNKNOWN -> Symptom.of(Sign.NAME_NOT_FOUND, endpoint.host());
            case REFUSED -> Symptom.of(Sign.REFUSES_CONNECTIONS, where);
            case NO_ROUTE -> Symptom.of(Sign.UNROUTABLE, where);
            default -> Symptom.of(Sign.CONNECTS_NEVER, where + ", " + fault.words());
        };
    }

    /** Of a handshake that stood: whom the server says to be. Of one that did not: why. */
    Optional<Symptom> judge(Handshake handshake) {
        return handshake.fault() == null ? server(handshake.chain()) : Optional.of(failed(handshake, handshake.fault()));
    }

    private Optional<Symptom> server(List<X509Certificate> chain) {
        if (chain.isEmpty()) {
            return Optional.of(Symptom.of(Sign.SHOWS_ANOTHER, "-"));
        }
        X509Certificate leaf = chain.get(0);
        List<X509Certificate> pinned = channel.theirIdentities().stream().map(papers.certificates()::get).filter(Objects::nonNull).toList();
        if (!pinned.isEmpty()) {
            boolean agreed = pinned.stream().anyMatch(p -> Arrays.equals(CertificateFiles.der(p), CertificateFiles.der(leaf)));
            return agreed ? checks.shown(channel.theirIdentities().get(0), leaf) : Optional.of(Symptom.of(Sign.SHOWS_ANOTHER, Named.certificate(leaf)));
        }
        return checks.shown(Named.subject(leaf), leaf)
                .map(s -> s.sign() == Sign.NO_PATH ? Symptom.of(Sign.SHOWN_LEADS_NOWHERE, s.fact(1)) : s)
                .or(() -> named(leaf));
    }

    private Optional<Symptom> named(X509Certificate leaf) {
        List<String> names = Named.hosts(leaf);
        return names.stream().anyMatch(name -> Named.covers(name, endpoint.host()))
                ? Optional.empty()
                : Optional.of(Symptom.of(Sign.NAMES_ANOTHER_HOST, endpoint.host(), String.join(", ", names)));
    }

    private Symptom failed(Handshake handshake, Fault fault) {
        boolean nothingShown = handshake.asked() && !handshake.shown();
        return switch (fault.kind()) {
            case ALERT -> alert(fault, nothingShown);
            case TLS_VERSION -> Symptom.of(Sign.VERSIONS_APART, fault.words());
            case NOT_TLS -> Symptom.of(Sign.SPEAKS_NO_TLS, endpoint.toString());
            case RESET, CLOSED -> handshake.asked() ? certificate(nothingShown, "closed") : closed(fault);
            case TIMED_OUT -> closed(fault);
            case REFUSED, NO_ROUTE, NAME_UNKNOWN -> unreached(fault); // it stood a moment ago
            default -> Symptom.of(Sign.HANDSHAKE_FAILED, endpoint.toString(), fault.words());
        };
    }

    private Symptom alert(Fault fault, boolean nothingShown) {
        if (fault.alert().equals("unrecognized_name")) {
            return Symptom.of(Sign.NAMES_ANOTHER_HOST, endpoint.host(), "?");
        }
        return PARAMETERS.contains(fault.alert()) && !nothingShown
                ? Symptom.of(Sign.VERSIONS_APART, fault.words())
                : certificate(nothingShown, fault.alert());
    }

    private Symptom certificate(boolean nothingShown, String how) {
        String ours = channel.ourIdentity();
        return nothingShown && ours == null
                ? Symptom.of(Sign.ASKED_NOTHING_SHOWN)
                : Symptom.of(Sign.SHOWN_AND_REFUSED, nothingShown ? "CA" : how, ours == null ? "" : ours);
    }

    /** Cut off before the server said who it is. Somebody who admits nobody from here does so without being spoken to. */
    private Symptom closed(Fault fault) {
        if (fault.cutOff() && line.closedUnasked()) {
            return Symptom.of(Sign.CLOSES_UNASKED, endpoint.toString());
        }
        return endpoint.http() ? plain(line.speaksPlainHttp(), fault) : plain(line.speaksPlainFrames(), fault);
    }

    private Symptom plain(boolean answers, Fault fault) {
        if (answers) {
            return Symptom.of(Sign.SPEAKS_NO_TLS, endpoint.toString());
        }
        return fault.kind() == Fault.Kind.TIMED_OUT
                ? Symptom.of(Sign.SAYS_NOTHING, endpoint.toString(), line.handshakePatience().toSeconds() + " s")
                : Symptom.of(Sign.HANDSHAKE_FAILED, endpoint.toString(), fault.words());
    }

    /** Nothing came in answer to a request on a connection that stood. @param waited for people */
    Symptom unanswered(Fault fault, String waited) {
        if (!endpoint.tls()) {
            return withoutTls(fault, waited);
        }
        if (fault.kind() == Fault.Kind.TIMED_OUT || fault.kind() == Fault.Kind.OTHER) {
            return said(fault, waited);
        }
        Handshake again = line.shakeAndListen();
        return again.fault() == null ? Symptom.of(Sign.NO_ANSWER, fault.words()) : failed(again, again.fault());
    }

    private Symptom withoutTls(Fault fault, String waited) {
        if (fault.cutOff() && line.closedUnasked()) {
            return Symptom.of(Sign.CLOSES_UNASKED, endpoint.toString());
        }
        boolean tls = !line.secured().shake().chain().isEmpty();
        return tls ? Symptom.of(Sign.SPEAKS_TLS) : said(fault, waited);
    }

    private static Symptom said(Fault fault, String waited) {
        return fault.kind() == Fault.Kind.OTHER
                ? Symptom.of(Sign.UNREADABLE, fault.words())
                : Symptom.of(Sign.NO_ANSWER, fault.cutOff() ? fault.words() : waited);
    }
}
