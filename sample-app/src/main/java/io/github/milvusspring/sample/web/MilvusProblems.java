package io.github.milvusspring.sample.web;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers that Milvus cannot be asked right now.
 */
@RestControllerAdvice
class MilvusProblems {

	private static final Log logger = LogFactory.getLog(MilvusProblems.class);

	@ExceptionHandler
	ProblemDetail unavailable(DataAccessException problem) {
		logger.error("Milvus did not answer a search", problem);
		return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
				"Milvus did not answer: see the log of the application.");
	}

}
