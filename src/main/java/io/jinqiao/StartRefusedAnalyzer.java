package io.jinqiao;

import io.jinqiao.evidence.MasterKeyUnusable;
import io.jinqiao.rulebook.RulebookException;
import io.jinqiao.signing.KeyUnusable;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** What people can put right by themselves, instead of a stack trace: a data file, a key, the database. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartRefusedAnalyzer implements FailureAnalyzer {
    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RulebookException) {
                return new FailureAnalysis(
                        "The data files cannot be used / 数据文件有误: " + cause.getMessage(),
                        "Mend these places. A file in jinqiao.home replaces the packaged one; the workbench's check tells the same of"
                                + " partner folders without a start. / 请修正上述各处后重新启动。",
                        cause);
            }
            if (cause instanceof KeyUnusable) {
                return new FailureAnalysis(
                        "A key or certificate cannot be used / 密钥或证书不可用: " + cause.getMessage(),
                        "Set jinqiao.keys.<alias>.path and .password or .password-file, jinqiao.certificates.<alias>, jinqiao.trust.anchors. / 请核对该密钥的路径与口令，或该证书文件。",
                        cause);
            }
            if (cause instanceof MasterKeyUnusable) {
                return new FailureAnalysis(
                        "The journal cannot be encrypted or read / 存证主密钥不可用: " + cause.getMessage(),
                        "Set jinqiao.evidence.master-key or .master-key-file to the key this database was begun with; a new one only for a"
                                + " new database. / 请配置本数据库建立时所用的主密钥；仅新数据库可用新密钥。",
                        cause);
            }
            if (cause instanceof SQLException database && cannotBeEntered(database)) {
                return new FailureAnalysis(
                        "The database cannot be reached or entered / 数据库无法连接: " + cause.getMessage(),
                        "Start it, or set spring.datasource.url, .username and .password. / 请启动数据库，或核对上述配置。",
                        cause);
            }
        }
        return null;
    }

    /** Classes 08 (connection), 28 (who asks), 3D (no such database) and 57P (it starts or ends) of the SQL standard and PostgreSQL. */
    private static boolean cannotBeEntered(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("08") || state.startsWith("28") || state.startsWith("3D") || state.startsWith("57P");
    }
}
