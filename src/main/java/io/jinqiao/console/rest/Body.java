package io.jinqiao.console.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The JSON body, given as {@link io.jinqiao.message.Fields}: commands of programs are read with the same care as messages of partners,
 * every problem at once, each with its field.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@interface Body {
    /** Record that documents what is read. */
    Class<?> value();
}
