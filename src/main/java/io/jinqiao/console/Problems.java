package io.jinqiao.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * Refusals as problem details (RFC 9457): {@code type} is the catalogue's code, {@code problems} lists everything that is wrong, each
 * with its field.
 */
public final class Problems {
    private static final String TYPE = "urn:jinqiao:failure:";

    private Problems() {}

    public static ProblemDetail of(Refusal refusal, Locale locale) {
        return of(refusal, status(refusal.problems().get(0).code()), locale);
    }

    public static ProblemDetail of(BadRequest request, Locale locale) {
        return of(request.refusal(), HttpStatus.BAD_REQUEST, locale);
    }

    private static ProblemDetail of(Refusal refusal, HttpStatus status, Locale locale) {
        Problem first = refusal.problems().get(0);
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, first.text(locale));
        detail.setType(URI.create(TYPE + first.code().code()));
        detail.setTitle(first.code().code());
        detail.setProperty("code", first.code().code());
        detail.setProperty("problems", refusal.problems().stream().map(p -> one(p, locale)).toList());
        return detail;
    }

    /** For filters, where no handler will turn an exception into an answer; in the language a handler would have spoken. */
    public static void write(HttpServletRequest asked, HttpServletResponse response, Refusal refusal, ObjectMapper json) throws IOException {
        write(response, of(refusal, Spoken.by(asked)), json);
    }

    public static void write(HttpServletRequest asked, HttpServletResponse response, BadRequest refusal, ObjectMapper json) throws IOException {
        write(response, of(refusal, Spoken.by(asked)), json);
    }

    private static void write(HttpServletResponse response, ProblemDetail detail, ObjectMapper json) throws IOException {
        response.setStatus(detail.getStatus());
        response.setContentType("application/problem+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(json.writeValueAsBytes(detail));
    }

    /** The status for a code: what the caller can do about it decides. */
    public static HttpStatus status(FailureCode code) {
        return switch (code) {
            case NOT_AUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case ROLE_FORBIDS, DUTIES_NOT_SEPARATED -> HttpStatus.FORBIDDEN;
            case LOAN_UNKNOWN, RESOURCE_UNKNOWN, PARTNER_UNKNOWN -> HttpStatus.NOT_FOUND;
            case FRAME_UNREADABLE, MEMBER_DUPLICATE, FRAME_TOO_DEEP, CHARSET_WRONG -> HttpStatus.BAD_REQUEST;
            case FRAME_TOO_LARGE -> HttpStatus.PAYLOAD_TOO_LARGE;
            case KEY_CONFLICT, LOAN_STATE_FORBIDS, NAME_TAKEN -> HttpStatus.CONFLICT;
            case METHOD_WRONG -> HttpStatus.METHOD_NOT_ALLOWED;
            case INTERNAL -> HttpStatus.INTERNAL_SERVER_ERROR;
            default -> code.passing() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNPROCESSABLE_ENTITY;
        };
    }

    private static Map<String, Object> one(Problem problem, Locale locale) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("code", problem.code().code());
        if (problem.field() != null) {
            row.put("field", problem.field());
        }
        row.put("detail", problem.text(locale));
        return row;
    }
}
