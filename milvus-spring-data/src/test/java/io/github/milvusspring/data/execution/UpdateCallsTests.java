package io.github.milvusspring.data.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.github.milvusspring.data.wire.WriteRequest;
import io.github.milvusspring.data.wire.column.ColumnSet;
import io.github.milvusspring.data.write.BatchWriteException;
import io.github.milvusspring.data.write.RowRange;
import io.github.milvusspring.data.write.WriteResult;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The calls of one update are sent in their order, and a failure says which rows are
 * written.
 */
class UpdateCallsTests {

	private int sent;

	@Test
	void manyCallsAreSentWithoutFillingTheStack() {
		WriteResult<String> result = RowTransport.await(calls(100_000).send(this::answer));
		assertThat(result.count()).isEqualTo(100_000);
		assertThat(result.ids()).hasSize(100_000);
		assertThat(result.rows()).allMatch("written"::equals);
	}

	@Test
	void theNextCallIsSentWhenTheLastOneIsAnswered() {
		List<CompletableFuture<WriteResult<String>>> answers = new ArrayList<>();
		CompletableFuture<WriteResult<String>> result = calls(3).send((batch) -> {
			answers.add(new CompletableFuture<>());
			return answers.get(answers.size() - 1);
		});
		for (int i = 0; i < 3; i++) {
			assertThat(answers).hasSize(i + 1);
			assertThat(result).isNotDone();
			answers.get(i).complete(written());
		}
		assertThat(result.join().count()).isEqualTo(3);
	}

	@Test
	void aFailureAfterSomeCallsSaysWhichRowsAreWritten() {
		assertThatExceptionOfType(BatchWriteException.class)
			.isThrownBy(() -> RowTransport
				.await(calls(5).send((batch) -> failing(2, new DataIntegrityViolationException("too long")))))
			.withMessageContaining("too long")
			.satisfies((ex) -> {
				assertThat(ex.getWritten()).containsExactly(new RowRange(0, 2));
				assertThat(ex.getNotWritten()).containsExactly(new RowRange(2, 5));
			});
		assertThat(this.sent).isEqualTo(3);
	}

	@Test
	void aFailureWithoutAnAnswerLeavesItsRowsOpen() {
		assertThatExceptionOfType(BatchWriteException.class)
			.isThrownBy(() -> RowTransport
				.await(calls(3).send((batch) -> failing(0, new DataAccessResourceFailureException("broken")))))
			.satisfies((ex) -> {
				assertThat(ex.getUnknown()).containsExactly(new RowRange(0, 1));
				assertThat(ex.getNotWritten()).containsExactly(new RowRange(1, 3));
			});
	}

	@Test
	void whereNothingIsWrittenTheReasonSaysItAll() {
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> RowTransport
			.await(calls(3).send((batch) -> failing(0, new DataIntegrityViolationException("too long")))));
		assertThatExceptionOfType(DataAccessResourceFailureException.class).isThrownBy(() -> RowTransport
			.await(calls(1).send((batch) -> failing(1, new DataAccessResourceFailureException("broken")))));
	}

	private CompletableFuture<WriteResult<String>> answer(RowBatch<String> batch) {
		this.sent++;
		return CompletableFuture.completedFuture(written());
	}

	private CompletableFuture<WriteResult<String>> failing(int call, RuntimeException failure) {
		return (this.sent++ == call) ? CompletableFuture.failedFuture(failure)
				: CompletableFuture.completedFuture(written());
	}

	private static WriteResult<String> written() {
		return new WriteResult<>(1, List.of("key"), List.of("written"));
	}

	private static UpdateCalls<String> calls(int count) {
		UpdateCalls<String> calls = new UpdateCalls<>(
				new ArrayList<>(IntStream.range(0, count).mapToObj(Integer::toString).toList()));
		WriteRequest request = new WriteRequest(WriteRequest.Kind.UPDATE, "docs", null, new ColumnSet(1, List.of()));
		for (int i = 0; i < count; i++) {
			calls.add(new RowBatch<>(request, List.of("row"), null, null), List.of(i));
		}
		return calls;
	}

}
