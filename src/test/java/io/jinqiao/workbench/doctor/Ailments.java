package io.jinqiao.workbench.doctor;

import io.jinqiao.adapter.descriptor.FrameForm.Counts;
import io.jinqiao.message.FailureCode;
import io.jinqiao.signing.EnvelopeProfile;
import io.jinqiao.signing.EnvelopeProfile.Order;
import io.jinqiao.signing.EnvelopeProfile.Wrapping;
import io.jinqiao.signing.Keys;
import io.jinqiao.signing.SigningProfile;
import io.jinqiao.signing.SigningProfile.Form;
import io.jinqiao.signing.SigningProfile.Text;
import io.jinqiao.workbench.certs.MixedKeyStores;
import io.jinqiao.workbench.simulate.FileBehaviour;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.sshd.common.config.keys.PublicKeyEntry;

/** Everything the generator can do to a healthy set-up. */
final class Ailments {
    private static final List<String> ALL = World.BANKS;
    /** Banks whose files are fetched from a server of theirs. */
    static final List<String> SERVED = List.of("icbc", "abc");
    private static final List<String> WEB = List.of("icbc", "ccb", "psbc");
    private static final List<String> XML = List.of("abc", "ccb");

    private final List<Ailment> all = new ArrayList<>();

    private Ailments() {
        papers();
        folder();
        connection();
        handshake();
        answers();
        signaturesOfTheirs();
        signaturesOfOurs();
        envelopes();
        files();
        filesThere();
    }

    static List<Ailment> all() {
        return new Ailments().all;
    }

    private void add(String name, Cause cause, List<String> banks, Ailment.Doing doing) {
        all.add(new Ailment(name, Set.of(cause), banks, doing));
    }

    private static String theirKey(Patient patient) {
        return patient.bank + "-sm2-sign";
    }

    private static String any(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }

    private void papers() {
        add("our key is not configured", Cause.ALIAS_MISSING, ALL, (p, t, r) -> {
            String alias = any(r, "centre-sm2-sign", "centre-tls-client");
            p.settings.remove("jinqiao.keys." + alias + ".path");
            p.settings.remove("jinqiao.keys." + alias + ".password-file");
        });
        add("their certificate is not configured", Cause.ALIAS_MISSING, ALL, (p, t, r) ->
                p.settings.remove("jinqiao.certificates." + any(r, theirKey(p), p.bank + "-tls-server", p.bank + "-tls-client")));
        add("an alias is misspelt", Cause.ALIAS_MISSING, ALL, (p, t, r) ->
                p.edit(any(r, "(our-key: centre-sm2-)sign", "(our-identity: centre-tls-)client"), "$1sgin"));
        add("the key store is not there", Cause.FILE_MISSING, ALL, (p, t, r) ->
                p.settings.put("jinqiao.keys." + any(r, "centre-sm2-sign", "centre-tls-client") + ".path", p.home.resolve("nowhere.p12").toString()));
        add("their certificate's file is not there", Cause.FILE_MISSING, ALL, (p, t, r) ->
                p.settings.put("jinqiao.certificates." + theirKey(p), p.home.resolve("nowhere.pem").toString()));
        add("the password of a key store is wrong", Cause.KEY_PASSWORD_WRONG, ALL, (p, t, r) ->
                p.settings.put(
                        "jinqiao.keys." + any(r, "centre-sm2-sign", "centre-tls-client") + ".password-file",
                        p.file("password", (r.nextBoolean() ? "changeit" : World.here().password() + " ").getBytes())));
        add("the key store is something else", Cause.FILE_UNREADABLE, ALL, (p, t, r) ->
                p.settings.put("jinqiao.keys.centre-sm2-sign.path", World.here().certificate("centre-sm2-sign").toString()));
        add("a key with somebody else's certificate", Cause.KEY_AND_CERTIFICATE_APART, ALL, (p, t, r) -> {
            String mixed = any(r, "centre-sm2-sign centre-sm2-other", "centre-tls-client centre-tls-expired");
            Keys ours = World.room("centre").keys();
            byte[] store = MixedKeyStores.of(ours.get(mixed.split(" ")[1]), ours.get(mixed.split(" ")[0]), World.here().password());
            p.settings.put("jinqiao.keys." + mixed.split(" ")[0] + ".path", p.file("mixed.p12", store));
        });
        add("our signing certificate is out of date", Cause.CERTIFICATE_EXPIRED, ALL, (p, t, r) -> p.keyOf("centre-sm2-sign", "centre-sm2-expired"));
        add("our certificate for connections is out of date", Cause.CERTIFICATE_EXPIRED, ALL, (p, t, r) -> p.keyOf("centre-tls-client", "centre-tls-expired"));
        add("our certificate is not valid yet", Cause.CERTIFICATE_NOT_YET_VALID, ALL, (p, t, r) -> {
            boolean signs = r.nextBoolean();
            p.keyOf(signs ? "centre-sm2-sign" : "centre-tls-client", signs ? "centre-sm2-not-yet-valid" : "centre-tls-not-yet-valid");
        });
        add("their signing certificate is out of date", Cause.CERTIFICATE_EXPIRED, ALL, (p, t, r) -> {
            p.certificateOf(theirKey(p), "bad-" + p.bank + "-expired");
            t.signingKey = "bad-" + p.bank + "-expired";
        });
        add("their signing certificate is not valid yet", Cause.CERTIFICATE_NOT_YET_VALID, ALL, (p, t, r) -> p.certificateOf(theirKey(p), "bad-" + p.bank + "-not-yet-valid"));
        add("their signing certificate was revoked", Cause.CERTIFICATE_REVOKED, ALL, (p, t, r) -> {
            p.certificateOf(theirKey(p), "bad-" + p.bank + "-revoked");
            t.signingKey = "bad-" + p.bank + "-revoked";
        });
        add("their certificate is of an unknown authority", Cause.CHAIN_BROKEN, ALL, (p, t, r) -> {
            p.certificateOf(theirKey(p), "bad-" + p.bank + "-untrusted");
            t.signingKey = "bad-" + p.bank + "-untrusted";
        });
        add("a root is missing", Cause.CHAIN_BROKEN, ALL, (p, t, r) -> {
            String gone = any(r, "dev-root-sm2", "dev-root-rsa");
            p.settings.entrySet().removeIf(s -> s.getKey().startsWith("jinqiao.trust.anchors") && s.getValue().toString().contains(gone));
            p.settings.put("jinqiao.trust.anchors[0]", World.here().certificate(gone.equals("dev-root-sm2") ? "dev-root-rsa" : "dev-root-sm2").toString());
            p.settings.remove("jinqiao.trust.anchors[1]");
        });
        add("our encryption certificate signs", Cause.ENCRYPTION_CERTIFICATE_SIGNS, ALL, (p, t, r) -> {
            if (r.nextBoolean()) {
                p.edit("our-key: centre-sm2-sign", "our-key: centre-sm2-envelope");
            } else {
                p.keyOf("centre-sm2-sign", "centre-sm2-envelope");
            }
        });
        add("their encryption certificate is registered for signatures", Cause.ENCRYPTION_CERTIFICATE_SIGNS, ALL, (p, t, r) -> {
            p.certificateOf(theirKey(p), "bad-" + p.bank + "-encrypts");
            if (r.nextBoolean()) {
                t.signingKey = "bad-" + p.bank + "-encrypts";
            }
        });
        add("a key for another algorithm", Cause.KEY_KIND_WRONG, ALL, (p, t, r) -> {
            if (r.nextBoolean()) {
                p.edit("our-key: centre-sm2-sign", "our-key: centre-rsa-sign");
            } else {
                p.keyOf("centre-sm2-sign", any(r, "centre-rsa-sign", "centre-tls-client"));
            }
        });
        add("a revocation list cannot be had", Cause.CRL_OUT_OF_REACH, ALL, (p, t, r) ->
                p.settings.put("jinqiao.crls[" + r.nextInt(2) + "]", r.nextBoolean() ? p.home.resolve("gone.crl").toString() : "http://localhost:" + Blackhole.closedPort() + "/root.crl"));
        add("a test key in production", Cause.TEST_KEY_IN_PRODUCTION, ALL, (p, t, r) -> p.edit("environment: sim", "environment: prod"));
    }

    private void folder() {
        add("a word in the folder is misspelt", Cause.FOLDER_BROKEN, ALL, (p, t, r) ->
                p.edit(any(r, "algorithm: sm2-sm3", "framing: ", "freshness: 5m"), any(r, "algorithm: sm2sm3", "framing: x-", "freshness: five")));
        add("an address is left to a setting nobody made", Cause.SETTING_MISSING, ALL, (p, t, r) ->
                p.edit("\\$\\{\\w+_(URL|ADDRESS):[^}]+}", "\\$\\{NOBODY_SET_THIS}"));
        add("outside service hours", Cause.SERVICE_HOURS, ALL, (p, t, r) -> {
            LocalTime now = LocalTime.now(ZoneId.of("Asia/Shanghai"));
            LocalTime from = now.plusHours(2 + r.nextInt(8));
            p.edit("from: \"00:00\", to: \"00:00\"", "from: \"" + from.toString().substring(0, 5) + "\", to: \"" + from.plusHours(8).toString().substring(0, 5) + "\"");
        });
        add("our application or merchant id is wrong", Cause.APPLICATION_ID, ALL, (p, t, r) -> {
            String id = switch (p.bank) {
                case "icbc" -> "10000000000000203001";
                case "abc" -> "6100000000000002";
                case "ccb" -> "P0100000000000002";
                default -> any(r, "GJJ0000000000203001\\}", "100000000000000203001");
            };
            p.edit("(out: \"?)" + id, "$1" + (id.startsWith("GJJ") ? "GJJ0000000000203002}" : id.substring(0, id.length() - 1) + "9"));
            t.terse = r.nextBoolean();
        });
        add("a transaction code or path is wrong", Cause.PATH_UNKNOWN, ALL, (p, t, r) ->
                p.edit("status-enquiry: \\{code: ([/\\w]+)", "status-enquiry: {code: $1" + any(r, "X", "2")));
        add("we count the length otherwise", Cause.LENGTH_COUNTS, List.of("abc"), (p, t, r) -> {
            p.edit("counts: message", "counts: " + any(r, "length-and-message", "header-and-message"));
            p.edit("status-enquiry: \\{code: CHFD99, reply-timeout: 10s", "status-enquiry: {code: CHFD99, reply-timeout: 2s");
            t.terse = r.nextBoolean();
        });
        add("we write another charset", Cause.CHARSET, ALL, (p, t, r) ->
                p.edit("charset: \\S+", "charset: " + (XML.contains(p.bank) ? "UTF-8" : any(r, "GBK", "GB18030"))));
    }

    private void connection() {
        add("the name of the host is unknown", Cause.NAME_UNKNOWN, ALL, (p, t, r) -> p.address(any(r, "gateway.bank.invalid", "direct.invalid") + ":" + p.peer.port()));
        add("nobody listens", Cause.CONNECTION_REFUSED, ALL, (p, t, r) -> p.address("localhost:" + Blackhole.closedPort()));
        add("a firewall drops what we send", Cause.SOURCE_NOT_ADMITTED, ALL, (p, t, r) -> {
            p.address("localhost:" + Blackhole.port());
            p.edit("connect-timeout: 2s", "connect-timeout: 500ms");
        });
        add("a firewall cuts us off", Cause.SOURCE_NOT_ADMITTED, ALL, (p, t, r) -> t.door = r.nextBoolean() ? Temper.Door.RESETS : Temper.Door.CLOSES);
        add("their gateway forbids", Cause.HTTP_FORBIDDEN, WEB, (p, t, r) -> t.status = r.nextBoolean() ? 403 : 401);
        add("their back end is down", Cause.THEIR_GATEWAY_DOWN, WEB, (p, t, r) -> t.status = 502 + r.nextInt(3));
        add("the path has a prefix", Cause.PATH_UNKNOWN, WEB, (p, t, r) -> p.address("localhost:" + p.peer.port() + any(r, "/gateway", "/api", "/test/v2")));
        add("an address with a slash too many", Cause.ADDRESS_MALFORMED, List.of("icbc", "ccb"), (p, t, r) ->
                p.settings.put(p.bank.toUpperCase(java.util.Locale.ROOT) + "_URL", any(r, "https:/localhost:1", "localhost:9443", "https://")));
    }

    private void handshake() {
        add("the port speaks no TLS", Cause.ENDPOINT_NOT_TLS, ALL, (p, t, r) -> t.door = Temper.Door.PLAIN);
        add("the port takes connections and says nothing", Cause.PORT_SILENT, ALL, (p, t, r) -> t.door = Temper.Door.SILENT);
        add("no TLS version in common", Cause.TLS_VERSION, ALL, (p, t, r) -> t.door = r.nextBoolean() ? Temper.Door.OTHER_VERSION : Temper.Door.OLD_VERSION);
        add("the certificate names another host", Cause.TLS_NAME, ALL, (p, t, r) -> {
            p.edit("their-identities: \\[" + p.bank + "-tls-server]", "their-identities: []");
            p.address("127.0.0." + (2 + r.nextInt(200)) + ":" + p.peer.port());
        });
        add("they renewed the certificate of their server", Cause.SERVER_CERTIFICATE_OTHER, ALL, (p, t, r) ->
                t.tlsAlias = r.nextBoolean() ? "new-" + p.bank + "-tls-server" : (p.bank.equals("icbc") ? "abc" : "icbc") + "-tls-server");
        add("the server's authority is unknown", Cause.SERVER_CA_MISSING, ALL, (p, t, r) -> {
            p.edit("their-identities: \\[" + p.bank + "-tls-server]", "their-identities: []");
            t.strangeServer = true;
        });
        add("their server's certificate is out of date", Cause.CERTIFICATE_EXPIRED, ALL, (p, t, r) -> {
            t.tlsAlias = "bad-" + p.bank + "-tls-expired";
            if (r.nextBoolean()) {
                p.edit("their-identities: \\[" + p.bank + "-tls-server]", "their-identities: []");
            } else {
                p.certificateOf(p.bank + "-tls-server", "bad-" + p.bank + "-tls-expired");
            }
        });
        add("we show no certificate", Cause.CLIENT_CERTIFICATE_NOT_SENT, ALL, (p, t, r) -> p.edit("\n    our-identity: centre-tls-client", ""));
        add("they do not know our certificate's authority", Cause.CLIENT_CERTIFICATE_REFUSED, ALL, (p, t, r) -> t.trustsStrangersOnly = true);
        add("our certificate for connections is a stranger's", Cause.CLIENT_CERTIFICATE_REFUSED, ALL, (p, t, r) -> {
            p.settings.put("jinqiao.keys.centre-tls-client.path", World.elsewhere().keyStore("centre-tls-client").toString());
            p.settings.put("jinqiao.keys.centre-tls-client.password-file", p.file("stranger", World.elsewhere().password().getBytes()));
        });
    }

    private void answers() {
        add("our clock is wrong", Cause.CLOCK, ALL, (p, t, r) -> {
            p.off(switch (r.nextInt(4)) {
                case 0 -> Duration.ofMinutes(7 + r.nextInt(50));
                case 1 -> Duration.ofMinutes(-7 - r.nextInt(50));
                case 2 -> Duration.ofHours(r.nextBoolean() ? 8 : -8);
                default -> Duration.ofDays(-3 * 365);
            });
            t.terse = WEB.contains(p.bank) && r.nextBoolean();
        });
        add("they do not answer", Cause.PARTNER_SILENT, ALL, (p, t, r) -> {
            t.silent = true;
            p.edit("(status-enquiry: \\{code: [/\\w]+, reply-timeout: )10s", "$11s");
        });
        add("the message number was used before", Cause.SERIAL_REUSED, ALL, (p, t, r) -> {
            t.refuses = r.nextBoolean() ? FailureCode.NONCE_REUSED : FailureCode.KEY_CONFLICT;
            t.terse = r.nextBoolean();
        });
        add("their day end", Cause.DAY_END, ALL, (p, t, r) -> {
            t.refuses = FailureCode.BUSY;
            t.terse = r.nextBoolean();
        });
        add("not in service yet", Cause.OPERATION_OFF, ALL, (p, t, r) -> {
            t.refuses = FailureCode.OPERATION_NOT_IN_SERVICE;
            t.terse = r.nextBoolean();
        });
        add("they write another charset", Cause.CHARSET, ALL, (p, t, r) ->
                t.charset = Charset.forName(XML.contains(p.bank) ? "UTF-8" : any(r, "GBK", "GB18030")));
        add("they count the length otherwise", Cause.LENGTH_COUNTS, List.of("abc"), (p, t, r) ->
                t.counts = r.nextBoolean() ? Counts.LENGTH_AND_MESSAGE : Counts.HEADER_AND_MESSAGE);
    }

    private void signaturesOfTheirs() {
        add("they do not sign", Cause.ANSWER_UNSIGNED, ALL, (p, t, r) -> t.signsNothing = true);
        add("we expect another user id", Cause.THEIR_USER_ID, List.of("icbc", "abc", "ccb"), (p, t, r) -> {
            p.edit("their-user-id: \\S+", "their-user-id: bank-" + r.nextInt(100));
            t.signsWith = s -> user(s, SigningProfile.DEFAULT_USER_ID);
        });
        add("they sign with another user id", Cause.THEIR_USER_ID, ALL, (p, t, r) -> {
            String id = r.nextBoolean() ? SigningProfile.DEFAULT_USER_ID : theirNumber(p);
            t.signsWith = s -> user(s, id);
        });
        add("they sign in another form", Cause.SIGNATURE_FORM, ALL, (p, t, r) -> {
            Form form = r.nextBoolean() ? Form.DER : Form.RAW;
            Text text = form == Form.DER ? Text.BASE64 : p.bank.equals("psbc") ? Text.HEX : r.nextBoolean() ? Text.HEX : Text.HEX_R_HASH_S;
            t.signsWith = s -> form(s, form, text);
        });
        add("we agree on another form", Cause.SIGNATURE_FORM, ALL, (p, t, r) -> {
            if (p.bank.equals("psbc")) {
                p.edit("text: hex-r-hash-s", "text: " + any(r, "hex", "base64"));
            } else {
                p.edit("form: raw\n      text: base64", any(r, "form: der\n      text: base64", "form: raw\n      text: hex-r-hash-s"));
            }
            t.terse = r.nextBoolean();
        });
        add("they sign the digest", Cause.DIGEST_TWICE, ALL, (p, t, r) -> {
            boolean hex = r.nextBoolean();
            t.signs = input -> Others.digested(input, hex);
        });
        add("they sign what they laid out anew", Cause.REINDENTED, List.of("icbc", "abc", "ccb"), (p, t, r) -> {
            int blanks = 2 + 2 * r.nextInt(2);
            Charset charset = Charset.forName(p.bank.equals("abc") ? "GBK" : p.bank.equals("ccb") ? "GB18030" : "UTF-8");
            t.signs = input -> Others.laidOut(input, charset, blanks);
        });
        add("they sign with another bank's key", Cause.THEIR_KEY_OTHER, ALL, (p, t, r) -> {
            String other = p.bank.equals("abc") ? any(r, "icbc", "ccb") : "abc";
            p.settings.put("jinqiao.certificates." + other + "-sm2-sign", World.here().certificate(theirKey(p)).toString());
            p.certificateOf(theirKey(p), other + "-sm2-sign");
        });
        add("they sign with a key we never saw", Cause.THEIR_SIGNATURE_UNKNOWN, ALL, (p, t, r) -> t.signingKey = "new-" + p.bank + "-sign");
        add("they put the envelope together in another order", Cause.FIELD_ORDER, List.of("psbc"), (p, t, r) -> t.signsInOtherOrder = true);
    }

    private void signaturesOfOurs() {
        add("we sign with another user id", Cause.OUR_USER_ID, ALL, (p, t, r) -> {
            p.edit("our-user-id: \\S+", "our-user-id: " + (p.bank.equals("psbc") ? any(r, "\"1234567812345678\"", "centre") : any(r, "centre-open-api", "\"12345678\"", "\"\"")));
            t.terse = r.nextBoolean();
        });
        add("they verify with another user id", Cause.OUR_USER_ID, ALL, (p, t, r) -> {
            String id = p.bank.equals("psbc") ? SigningProfile.DEFAULT_USER_ID : ourNumber(p);
            t.expects = s -> new SigningProfile(s.algorithm(), s.form(), s.text(), s.ourUserId(), id);
            t.terse = r.nextBoolean();
        });
        add("they verify another form", Cause.SIGNATURE_FORM, ALL, (p, t, r) -> {
            t.expects = s -> form(s, Form.DER, Text.BASE64);
            t.terse = r.nextBoolean();
        });
        add("they verify the digest", Cause.DIGEST_TWICE, ALL, (p, t, r) -> {
            t.verifies = (request, framed) -> Others.digested(framed.signingInput(), false);
            t.terse = r.nextBoolean();
        });
        add("they verify what they laid out anew", Cause.REINDENTED, XML, (p, t, r) -> {
            Charset charset = Charset.forName(p.bank.equals("abc") ? "GBK" : "GB18030");
            t.verifies = (request, framed) -> Others.laidOut(framed.signingInput(), charset, 2);
            t.terse = r.nextBoolean();
        });
        add("they put the signing input together in another order", Cause.FIELD_ORDER, List.of("icbc", "psbc"), (p, t, r) -> {
            boolean path = r.nextBoolean();
            t.verifies = (request, framed) -> p.bank.equals("icbc") ? Others.asSent(request, path) : Others.byName(request);
            t.terse = r.nextBoolean();
        });
        add("they have registered another key of ours", Cause.OUR_KEY_UNKNOWN_THERE, ALL, (p, t, r) -> {
            t.knowsUsAs = "centre-sm2-other";
            t.terse = r.nextBoolean();
        });
        add("they have registered the key of our other certificate", Cause.OUR_KEY_OTHER, ALL, (p, t, r) -> {
            p.keyOf("centre-seal-sm2", "centre-sm2-sign");
            p.keyOf("centre-sm2-sign", "centre-seal-sm2");
            t.terse = true;
        });
    }

    private void envelopes() {
        List<String> psbc = List.of("psbc");
        add("keys are swapped", Cause.KEYS_SWAPPED, psbc, (p, t, r) -> {
            if (r.nextBoolean()) {
                p.keyOf("centre-sm2-sign", "centre-sm2-envelope");
                p.keyOf("centre-sm2-envelope", "centre-sm2-sign");
            } else {
                p.certificateOf("psbc-sm2-sign", "psbc-sm2-envelope");
                p.certificateOf("psbc-sm2-envelope", "psbc-sm2-sign");
            }
        });
        add("we seal for their signing certificate", Cause.SIGNING_CERTIFICATE_SEALS, psbc, (p, t, r) ->
                p.edit("their-certificate: psbc-sm2-envelope", "their-certificate: psbc-sm2-sign"));
        add("we write the wrapped key in another order", Cause.ENVELOPE_ORDER, psbc, (p, t, r) ->
                p.edit("order: c1c2c3", "order: c1c3c2"));
        add("they write the wrapped key in another order", Cause.ENVELOPE_ORDER, psbc, (p, t, r) -> {
            boolean order = r.nextBoolean();
            boolean der = r.nextBoolean();
            t.seals = agreed -> order
                    ? new EnvelopeProfile(agreed.mode(), agreed.order() == Order.C1C3C2 ? Order.C1C2C3 : Order.C1C3C2, agreed.wrapping())
                    : der ? new EnvelopeProfile(agreed.mode(), Order.C1C3C2, Wrapping.DER) : new EnvelopeProfile(agreed.mode(), agreed.order(), Wrapping.WITHOUT_04);
            t.terse = r.nextBoolean();
        });
        add("they seal for our signing certificate", Cause.ENVELOPE_KEY, psbc, (p, t, r) -> t.sealsFor = "centre-sm2-sign");
        add("they seal for a certificate of ours that is gone", Cause.ENVELOPE_KEY, psbc, (p, t, r) -> t.sealsFor = "centre-sm2-other");
    }

    private void files() {
        add("no key for files is configured", Cause.SFTP_KEY_MISSING, SERVED, (p, t, r) -> {
            if (r.nextBoolean()) {
                p.settings.remove("jinqiao.files.keys.centre-sftp");
            } else {
                p.edit("our-key: centre-sftp", "our-key: centre-files");
            }
        });
        add("the key for files is not there", Cause.FILE_MISSING, SERVED, (p, t, r) ->
                p.settings.put("jinqiao.files.keys.centre-sftp", p.home.resolve("nowhere.pem").toString()));
        add("the key for files is something else", Cause.SFTP_KEY_UNREADABLE, SERVED, (p, t, r) ->
                p.settings.put("jinqiao.files.keys.centre-sftp", (r.nextBoolean() ? World.here().certificate("centre-sm2-sign") : World.here().keyStore("centre-sm2-sign")).toString()));
        add("the name of the server of files is unknown", Cause.NAME_UNKNOWN, SERVED, (p, t, r) -> p.filesAt(any(r, "sftp.bank.invalid:22", "files.invalid:9703")));
        add("no server of files listens", Cause.CONNECTION_REFUSED, SERVED, (p, t, r) -> p.filesAt("localhost:" + Blackhole.closedPort()));
        add("a firewall keeps us from the server of files", Cause.SOURCE_NOT_ADMITTED, SERVED, (p, t, r) -> {
            p.filesAt("localhost:" + (r.nextBoolean() ? Blackhole.port() : Greeter.port("")));
            p.edit("connect-timeout: 2s", "connect-timeout: 1s");
        });
        add("the server of files is an FTP or a web server", Cause.SFTP_NOT_SSH, SERVED, (p, t, r) ->
                p.filesAt("localhost:" + Greeter.port(any(r, "220 FTP server ready\r\n", "HTTP/1.1 400 Bad Request\r\n\r\n"))));
    }

    private void filesThere() {
        add("the server of files shows another key", Cause.SFTP_HOST_KEY_OTHER, SERVED, (p, t, r) -> {
            if (r.nextBoolean()) {
                p.files.behave(FileBehaviour.WRONG_HOST_KEY);
            } else {
                p.settings.put(p.bank.toUpperCase(java.util.Locale.ROOT) + "_SFTP_HOST_KEY", PublicKeyEntry.toString(World.here().ssh("another-sftp").pair().getPublic()));
            }
        });
        add("the key of the server of files was never registered", Cause.SFTP_HOST_KEY_UNKNOWN, SERVED, (p, t, r) -> {
            String setting = p.bank.toUpperCase(java.util.Locale.ROOT) + "_SFTP_HOST_KEY";
            if (r.nextBoolean()) {
                p.settings.remove(setting);
            } else {
                p.settings.put(setting, any(r, "ask them", "ssh-rsa"));
            }
        });
        add("the server of files does not let us in", Cause.SFTP_LOGIN_REFUSED, SERVED, (p, t, r) -> {
            switch (r.nextInt(3)) {
                case 0 -> p.files.door().admits(false);
                case 1 -> p.edit("user: gjj", "user: gjj" + r.nextInt(100));
                default -> p.settings.put("jinqiao.files.keys.centre-sftp", World.here().ssh("stranger-sftp").file().toString());
            }
        });
        add("a folder for files is missing", Cause.SFTP_FOLDER_MISSING, SERVED, (p, t, r) -> p.edit("(" + any(r, "inbox", "results") + ": \\S+)", "$1" + any(r, "x", "/2026")));
        add("a right for files is missing", Cause.SFTP_RIGHTS, SERVED, (p, t, r) -> p.files.door().deny(Set.of(any(r, "", "in", "out"))));
    }

    private static SigningProfile user(SigningProfile s, String id) {
        return new SigningProfile(s.algorithm(), s.form(), s.text(), id, s.theirUserId());
    }

    private static SigningProfile form(SigningProfile s, Form form, Text text) {
        boolean pair = s.algorithm() != SigningProfile.Algorithm.RSA_SHA256;
        return new SigningProfile(s.algorithm(), form, pair ? text : Text.HEX, s.ourUserId(), s.theirUserId());
    }

    /** The number under which the bank knows us, or we know the bank. */
    private static String ourNumber(Patient patient) {
        return switch (patient.bank) {
            case "icbc" -> "10000000000000203001";
            case "abc" -> "6100000000000002";
            default -> "P0100000000000002";
        };
    }

    private static String theirNumber(Patient patient) {
        return switch (patient.bank) {
            case "icbc" -> "10000000000004095501";
            case "abc" -> "6100000000000001";
            case "ccb" -> "P0100000000000001";
            default -> "100000000000000409550";
        };
    }
}
