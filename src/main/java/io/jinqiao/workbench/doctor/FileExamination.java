package io.jinqiao.workbench.doctor;

import io.jinqiao.adapter.channel.FilePlaces;
import io.jinqiao.adapter.descriptor.FileRule;
import io.jinqiao.workbench.doctor.wire.Fault;
import io.jinqiao.workbench.doctor.wire.SftpLook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The servers files are fetched from: the same log-in as the gateway's, its folders, and the rights it needs there. */
final class FileExamination {
    private final Setup setup;
    private final FilePlaces places;
    private final Duration connect;
    private final Chart chart;

    FileExamination(Setup setup, Duration connect, Chart chart) {
        this.setup = setup;
        this.places = setup.files();
        this.connect = connect;
        this.chart = chart;
    }

    void run(List<FileRule> rules) {
        List<FileRule> fetched = rules.stream().filter(rule -> rule.server() != null).toList();
        if (fetched.isEmpty()) {
            return;
        }
        if (!places.open()) {
            chart.unchecked(Probe.FILES, "jinqiao.files.open=true");
            return;
        }
        if (!Diagnosis.of(chart.symptoms()).isEmpty()) {
            chart.unchecked(Probe.FILES, "先解决上面的问题 / what is above comes first");
            return;
        }
        for (FileRule rule : fetched) {
            look(rule, Objects.requireNonNull(rule.server()));
        }
    }

    private void look(FileRule rule, FileRule.Server server) {
        Path file = places.keys().get(server.ourKey());
        if (file == null) {
            wrong(Symptom.of(Sign.SFTP_KEY_UNSET, server.ourKey()));
            return;
        }
        try {
            byte[] key = Files.readAllBytes(setup.home().resolve(file));
            String unusable = SftpLook.unusable(key);
            if (unusable.isEmpty()) {
                judge(server, new SftpLook(rule, server, key, connect).look());
            } else {
                wrong(Symptom.of(Sign.SFTP_KEY_OF_OTHER_FORM, server.ourKey(), file + ": " + unusable));
            }
        } catch (IOException e) {
            wrong(Symptom.of(Sign.NO_FILE, "jinqiao.files.keys." + server.ourKey(), file.toString()));
        }
    }

    private void wrong(Symptom symptom) {
        chart.done(Probe.FILES, List.of(symptom), "");
    }

    private void judge(FileRule.Server server, SftpLook.Seen seen) {
        String where = server.address();
        if (seen instanceof SftpLook.Well well) {
            chart.good(Probe.FILES, "sftp " + where + ", " + well.shown());
        } else if (seen instanceof SftpLook.Unreached unreached) {
            wrong(unreached(server, unreached.fault()));
        } else if (seen instanceof SftpLook.NoSsh silent) {
            wrong(silent.closed() ? Symptom.of(Sign.CLOSES_UNASKED, where) : Symptom.of(Sign.SPEAKS_NO_SSH, where));
        } else if (seen instanceof SftpLook.OtherKey other) {
            wrong(Symptom.of(registered(server) ? Sign.SFTP_SHOWS_ANOTHER : Sign.SFTP_HOST_UNREGISTERED, where, other.shown()));
        } else if (seen instanceof SftpLook.NoLogin) {
            wrong(Symptom.of(Sign.SFTP_LOGIN_REFUSED, where, server.user(), server.ourKey()));
        } else if (seen instanceof SftpLook.NoHandshake failed) {
            wrong(Symptom.of(Sign.SFTP_HANDSHAKE_FAILED, where, failed.words()));
        } else if (seen instanceof SftpLook.NoFolder folder) {
            wrong(Symptom.of(folder.there() ? Sign.SFTP_RIGHT_MISSING : Sign.SFTP_FOLDER_MISSING, folder.path(), folder.wanted(), server.user()));
        }
    }

    private static Symptom unreached(FileRule.Server server, Fault fault) {
        String where = server.address();
        Map<Fault.Kind, Sign> plain = Map.of(Fault.Kind.NAME_UNKNOWN, Sign.NAME_NOT_FOUND, Fault.Kind.REFUSED, Sign.REFUSES_CONNECTIONS, Fault.Kind.NO_ROUTE, Sign.UNROUTABLE);
        Sign sign = plain.get(fault.kind());
        return sign == null ? Symptom.of(Sign.CONNECTS_NEVER, where + ", " + fault.words()) : Symptom.of(sign, where);
    }

    /** Whether what stands in the folder is a key of anybody: kind and base64, and not the one of zeros that folders are shipped with. */
    private static boolean registered(FileRule.Server server) {
        return server.hostKey().matches("(ssh-|ecdsa-)\\S+ AAAA[A-Za-z0-9+/]{20,}={0,2}.*") && !server.hostKey().matches(".*A{40,}.*");
    }
}
