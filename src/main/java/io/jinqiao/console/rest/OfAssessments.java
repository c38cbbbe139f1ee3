package io.jinqiao.console.rest;

import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Addresses of the assessment: who may read there, and under which path they lie. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RestController
@RequestMapping(path = "/api/v1/assessments", produces = MediaType.APPLICATION_JSON_VALUE)
@Needs({Role.OPERATOR, Role.APPROVER, Role.BANK_MANAGER, Role.AUDITOR})
@Tag(name = "assessments")
@interface OfAssessments {}
