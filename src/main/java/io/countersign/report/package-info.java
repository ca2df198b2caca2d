/**
 * A run, written down: Allure results and page, JUnit XML, JSON and Markdown summaries. Everything
 * passes the redactor on its way out.
 */
@NullMarked
package io.countersign.report;

import org.jspecify.annotations.NullMarked;
