package io.jinqiao.console.pages;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Problems;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IllegalValue;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/** An act that was refused leads back to its page, which says why; a page that may not be shown says so. */
@Order(Ordered.HIGHEST_PRECEDENCE) // before the one that answers programs
@ControllerAdvice(basePackageClasses = PageRefusals.class)
class PageRefusals {
    private static final Logger LOG = LoggerFactory.getLogger(PageRefusals.class);

    private final PageFrame frame;

    PageRefusals(PageFrame frame) {
        this.frame = frame;
    }

    @ExceptionHandler
    ModelAndView refused(Refusal refusal, HttpServletRequest request, Locale locale) {
        List<String> lines = refusal.problems().stream().map(problem -> line(problem, locale)).toList();
        if (request.getMethod().equals("POST")) {
            RequestContextUtils.getOutputFlashMap(request).put("said", new Said(false, lines));
            return new ModelAndView("redirect:" + back(request));
        }
        ModelAndView page = new ModelAndView("console/refused");
        page.setStatus(Problems.status(refusal.problems().get(0).code()));
        page.addAllObjects(frame.around(request, locale, actor(request)));
        page.addObject("lines", lines);
        return page;
    }

    @ExceptionHandler
    ModelAndView illegal(IllegalValue value, HttpServletRequest request, Locale locale) {
        return refused(new Refusal(new Problem(value.code(), null, null, value.arguments())), request, locale);
    }

    /** What stands in the path names a thing, and there is none of such a name; what stands in the query is wrong by itself. */
    @ExceptionHandler
    ModelAndView wrongForm(MethodArgumentTypeMismatchException wrong, HttpServletRequest request, Locale locale) {
        if (wrong.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return refused(new Refusal(FailureCode.RESOURCE_UNKNOWN), request, locale);
        }
        Class<?> type = wrong.getParameter().getNestedParameterType();
        ModelAndView page = refused(new Refusal(Problem.at(wrong.getName(), FailureCode.FIELD_WRONG_FORM, form(type))), request, locale);
        page.setStatus(page.getStatus() == null ? null : HttpStatus.BAD_REQUEST);
        return page;
    }

    private static String form(Class<?> type) {
        return type == int.class || type == long.class ? "0-9" : type.getSimpleName();
    }

    /** Without the database there is no frame either: the plain page of errors. */
    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ModelAndView store(RuntimeException failure) {
        LOG.error("page not shown: {}", failure.getClass().getName());
        ModelAndView page = new ModelAndView("error");
        page.setStatus(Problems.status(FailureCode.STORE_UNAVAILABLE));
        return page;
    }

    private static @Nullable Actor actor(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication who && who.getPrincipal() instanceof Actor actor ? actor : null;
    }

    private static String line(Problem problem, Locale locale) {
        return problem.field() == null ? problem.text(locale) : problem.field() + ": " + problem.text(locale);
    }

    /** The page the form stood on; only ever a page of ours. */
    private static String back(HttpServletRequest request) {
        String from = request.getHeader(HttpHeaders.REFERER);
        String path = from == null ? null : path(from);
        return path != null && path.matches("/console(/[\\w./-]*)?") && !path.contains("//") ? path : "/console";
    }

    private static @Nullable String path(String url) {
        try {
            return URI.create(url).getPath();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
