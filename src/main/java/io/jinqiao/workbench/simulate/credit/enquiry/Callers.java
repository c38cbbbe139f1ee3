package io.jinqiao.workbench.simulate.credit.enquiry;

import io.jinqiao.workbench.simulate.bank.Sm2;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Who may ask: organisations, users, passwords, and who locked himself out. */
final class Callers {
    private final EnquirySettings settings;
    private final Map<String, Integer> wrong = new HashMap<>();

    Callers(EnquirySettings settings) {
        this.settings = settings;
    }

    boolean knows(String organisation) {
        return settings.users().keySet().stream().anyMatch(key -> key.startsWith(organisation + "/"));
    }

    /** @throws Refused ABE001 to ABE004 */
    synchronized void admit(String organisation, String code, String digest, String operation) throws Refused {
        String key = organisation + "/" + code;
        EnquirySettings.User user = settings.users().get(key);
        Head.check(user != null, "ABE002", "用户不存在 / unknown user");
        Head.check(wrong.getOrDefault(key, 0) < settings.wrongPasswords(), "ABE004", "用户已锁定 / locked");
        if (!digest(user.password()).equals(digest)) {
            wrong.merge(key, 1, Integer::sum);
            throw new Refused("ABE001", "接口密码错误 / wrong interface password");
        }
        wrong.remove(key);
        Head.check(user.permitted().contains(operation), "ABE003", "用户无权限 / no permission");
    }

    synchronized void unlock() {
        wrong.clear();
    }

    /** SM3 in hexadecimal, capitals. */
    static String digest(String password) {
        return HexFormat.of().withUpperCase().formatHex(Sm2.sm3(password.getBytes(StandardCharsets.UTF_8)));
    }
}
