package io.jinqiao.bench.peer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.jcajce.spec.SM2ParameterSpec;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The whole of what the contractor does with a message. */
@RestController
class Desk {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcTemplate db;
    private final PrivateKey ours;
    private final PublicKey theirs;
    private final SM2ParameterSpec theirUserId;

    Desk(JdbcTemplate db, PrivateKey ours, PublicKey theirs, String theirUserId) {
        this.db = db;
        this.ours = ours;
        this.theirs = theirs;
        this.theirUserId = new SM2ParameterSpec(theirUserId.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/partners/**")
    String apply(HttpServletRequest request, @RequestBody String body)
            throws JsonProcessingException, GeneralSecurityException {
        JsonNode envelope = JSON.readTree(body);
        if (!verified(request.getRequestURI(), envelope)) {
            return answer("-1", "signature", "");
        }
        JsonNode application = JSON.readTree(envelope.path("biz_content").asText());
        db.update(
                "INSERT INTO peer_application (application_no, content) VALUES (?, ?)",
                envelope.path("msg_id").asText(),
                application.toString());
        return answer("0", "ok", envelope.path("msg_id").asText());
    }

    private boolean verified(String path, JsonNode envelope) throws GeneralSecurityException {
        Map<String, String> parameters = new TreeMap<>();
        envelope.fields().forEachRemaining(e -> parameters.put(e.getKey(), e.getValue().asText()));
        byte[] signature = Base64.getDecoder().decode(parameters.remove("sign"));
        StringBuilder input = new StringBuilder(path).append('?');
        parameters.forEach((k, v) -> input.append(k).append('=').append(v).append('&'));
        input.setLength(input.length() - 1);
        Signature verifier = Signature.getInstance("SM3withSM2", "BC");
        verifier.setParameter(theirUserId);
        verifier.initVerify(theirs);
        verifier.update(input.toString().getBytes(StandardCharsets.UTF_8));
        return verifier.verify(Forms.der(signature));
    }

    private String answer(String code, String text, String id) throws JsonProcessingException, GeneralSecurityException {
        ObjectNode content = JSON.createObjectNode().put("return_code", code).put("return_msg", text).put("msg_id", id);
        Signature signer = Signature.getInstance("SM3withSM2", "BC");
        signer.initSign(ours);
        String text2 = content.toString();
        signer.update(text2.getBytes(StandardCharsets.UTF_8));
        return "{\"response_biz_content\":" + text2 + ",\"sign\":\"" + Base64.getEncoder().encodeToString(signer.sign())
                + "\"}";
    }
}
