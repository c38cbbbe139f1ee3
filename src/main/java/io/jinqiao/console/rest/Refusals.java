package io.jinqiao.console.rest;

import io.jinqiao.console.BadRequest;
import io.jinqiao.console.Problems;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IllegalValue;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Whatever goes wrong at the REST door, said in the words of the one catalogue. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(basePackageClasses = Refusals.class)
class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal, Locale locale) {
        ProblemDetail detail = Problems.of(refusal, locale);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(detail.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (detail.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            answer.header(HttpHeaders.RETRY_AFTER, "5");
        }
        return answer.body(detail);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> illegal(IllegalValue value, Locale locale) {
        return refused(new Refusal(new Problem(value.code(), null, null, value.arguments())), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> bad(BadRequest request, Locale locale) {
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.of(request, locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestParameterException missing, Locale locale) {
        return bad(new BadRequest(Problem.at(missing.getParameterName(), FailureCode.FIELD_MISSING)), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongForm(MethodArgumentTypeMismatchException wrong, Locale locale) {
        Problem problem = wrong.getMostSpecificCause() instanceof IllegalValue value
                ? new Problem(value.code(), wrong.getName(), null, value.arguments())
                : Problem.at(wrong.getName(), FailureCode.FIELD_WRONG_FORM, form(wrong));
        return bad(new BadRequest(problem), locale);
    }

    private static String form(MethodArgumentTypeMismatchException wrong) {
        Class<?> type = wrong.getRequiredType();
        return type == null ? "?" : type.getSimpleName();
    }

    /** What curl sends when nobody says otherwise is a form, so whoever forgot the header is told of the header. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongType(HttpMediaTypeNotSupportedException wrong, Locale locale) {
        String types = MediaType.toString(wrong.getSupportedMediaTypes());
        ProblemDetail detail = Problems.of(new Refusal(FailureCode.FRAME_UNREADABLE, "Content-Type: " + types), locale);
        detail.setStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        return ResponseEntity.status(detail.getStatus())
                .headers(wrong.getHeaders())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> store(RuntimeException failure, Locale locale) {
        log(failure, "store");
        return refused(new Refusal(FailureCode.STORE_UNAVAILABLE), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> broken(Exception failure, Locale locale) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return ResponseEntity.status(known.getStatusCode())
                    .headers(known.getHeaders())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(known.getBody());
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        log(failure, reference);
        return refused(new Refusal(FailureCode.INTERNAL, reference), locale);
    }

    /** The place of a failure without its text, which may carry somebody's data. */
    private static void log(Exception failure, String reference) {
        Throwable bare = new Throwable(failure.getClass().getName());
        bare.setStackTrace(failure.getStackTrace());
        LOG.error("request failed, reference {}", reference, bare);
    }
}
