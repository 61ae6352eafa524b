package io.github.milvusspring.data.execution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.milvusspring.data.convert.EntityConverter;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.mapping.AutoId;
import io.github.milvusspring.data.mapping.GeneratedKey;
import io.github.milvusspring.data.mapping.KeyStrategy;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusField;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.MilvusServer;
import io.github.milvusspring.data.wire.WriteReply;
import io.github.milvusspring.data.wire.WriteRequest;
import io.github.milvusspring.data.wire.column.LongColumn;
import io.github.milvusspring.data.wire.column.ScalarColumn;
import io.github.milvusspring.data.write.PropertySelection;
import io.github.milvusspring.data.write.WriteOptions;
import io.github.milvusspring.data.write.WriteResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mapping.MappingException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Keys that come from elsewhere go into what was written.
 */
class GeneratedKeyTests {

	private final List<WriteRequest> sent = new ArrayList<>();

	@Test
	void theKeyThatAServerGivesOnUpsertReplacesTheOldOne() {
		RowWriter<Counted> writes = writes(Counted.class, new LongColumn("", new long[] { 99, 100 }, null));
		Counted bean = new Counted(7L);
		Counted other = new Counted(8L);
		WriteResult<Counted> written = RowTransport
			.await(writes.send(writes.upsertBatch(List.of(bean, other), WriteOptions.DEFAULT), WriteOptions.DEFAULT));
		assertThat(written.ids()).containsExactly(99L, 100L);
		assertThat(written.rows()).extracting((row) -> row.id).containsExactly(99L, 100L);
		assertThat(bean.id).isEqualTo(99L);
	}

	@Test
	void theKeyThatAServerGivesOnUpdateReplacesTheOldOne() {
		RowWriter<Counted> writes = writes(Counted.class, new LongColumn("", new long[] { 99 }, null));
		RowUpdater<Counted> updates = new RowUpdater<>(converter(Counted.class).entity().getCollection(),
				converter(Counted.class), writes, null, new UpdateSupport(MilvusServer.NEWEST), null);
		Counted bean = new Counted(7L);
		WriteResult<Counted> result = RowTransport
			.await(updates.update(List.of(bean), PropertySelection.of("embedding"), WriteOptions.DEFAULT));
		assertThat(result.ids()).containsExactly(99L);
		assertThat(bean.id).isEqualTo(99L);
		assertThat(this.sent).singleElement()
			.satisfies((request) -> assertThat(request.kind()).isEqualTo(WriteRequest.Kind.UPDATE));
	}

	@Test
	void aMissingKeyIsMadeBeforeSendingAndGoesIntoTheRow() {
		RowWriter<Tagged> writes = writes(Tagged.class, new LongColumn("", new long[0], null));
		Tagged without = new Tagged(null, new float[] { 1, 0 });
		Tagged with = new Tagged("mine", new float[] { 1, 0 });
		for (RowBatch<Tagged> batch : List.of(writes.insertBatch(List.of(without, with), WriteOptions.DEFAULT),
				writes.upsertBatch(List.of(without, with), WriteOptions.DEFAULT))) {
			WriteResult<Tagged> written = RowTransport.await(writes.send(batch, WriteOptions.DEFAULT));
			String made = written.rows().get(0).id();
			assertThat(made).matches("[0-9A-HJKMNP-TV-Z]{26}");
			assertThat(written.rows().get(1)).isSameAs(with);
			assertThat(batch.request().rows().find("id").value(0)).isEqualTo(made);
		}
		assertThat(without.id()).isNull();
	}

	@Test
	void aCollectionThatTakesGivenKeysIsSentThem() {
		RowWriter<Keeping> writes = writes(Keeping.class, new LongColumn("", new long[] { 7 }, null));
		assertThat(writes.insertBatch(List.of(new Keeping(7L)), WriteOptions.DEFAULT).request().rows().find("id"))
			.isNotNull();
		assertThat(writes.insertBatch(List.of(new Keeping(null)), WriteOptions.DEFAULT).request().rows().find("id"))
			.isNull();
		List<Keeping> mixed = List.of(new Keeping(7L), new Keeping(null));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> writes.insertBatch(mixed, WriteOptions.DEFAULT))
			.withMessageContaining("with and without a key");
	}

	@Test
	void aUuidIsThirtySixCharacters() {
		RowWriter<Named> writes = writes(Named.class, new LongColumn("", new long[0], null));
		Named named = new Named();
		writes.upsertBatch(List.of(named), WriteOptions.DEFAULT);
		assertThat(named.id).hasSize(36).matches("[0-9a-f-]{14}7.*");
		String first = named.id;
		writes.upsertBatch(List.of(named), WriteOptions.DEFAULT);
		assertThat(named.id).isEqualTo(first);
	}

	@Test
	void aKeyThatCannotBeMadeIsToldAtStartUp() {
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> converter(Short.class))
			.withMessageContaining("has the maxLength 20")
			.withMessageContaining("26 characters");
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> converter(Numbered.class))
			.withMessageContaining("@Id @GeneratedKey String");
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> converter(Elsewhere.class))
			.withMessageContaining("'name' has @GeneratedKey");
	}

	private static <T> EntityConverter<T> converter(Class<T> type) {
		return new MilvusConverter(new MilvusMappingContext()).entity(type);
	}

	private <T> RowWriter<T> writes(Class<T> type, ScalarColumn keys) {
		EntityConverter<T> converter = converter(type);
		return new RowWriter<>(converter.entity().getCollection(), converter, new FakeRowTransport() {

			@Override
			public CompletableFuture<WriteReply> write(WriteRequest request, Duration timeout) {
				GeneratedKeyTests.this.sent.add(request);
				int rows = request.rows().rows();
				return CompletableFuture.completedFuture(new WriteReply(null, keys, rows, rows, 0, 0));
			}

		}, new KnownPartitions(null, false), null);
	}

	@MilvusEntity
	static final class Counted {

		@Id
		@AutoId
		private @Nullable Long id;

		@VectorField(dimension = 2)
		private float[] embedding = { 1, 0 };

		Counted(@Nullable Long id) {
			this.id = id;
		}

	}

	@MilvusEntity(properties = "allow_insert_auto_id=true")
	static final class Keeping {

		@Id
		@AutoId
		private @Nullable Long id;

		@VectorField(dimension = 2)
		private float[] embedding = { 1, 0 };

		Keeping(@Nullable Long id) {
			this.id = id;
		}

	}

	@MilvusEntity
	record Tagged(@Id @GeneratedKey(KeyStrategy.ULID) @Nullable String id,
			@VectorField(dimension = 2) float[] embedding) {
	}

	@MilvusEntity
	static final class Named {

		@Id
		@GeneratedKey
		private @Nullable String id;

		@VectorField(dimension = 2)
		private float[] embedding = { 1, 0 };

	}

	@MilvusEntity
	record Short(@Id @GeneratedKey(KeyStrategy.ULID) @MilvusField(maxLength = 20) String id,
			@VectorField(dimension = 2) float[] embedding) {
	}

	@MilvusEntity
	record Numbered(@Id @GeneratedKey Long id, @VectorField(dimension = 2) float[] embedding) {
	}

	@MilvusEntity
	record Elsewhere(@Id Long id, @GeneratedKey String name, @VectorField(dimension = 2) float[] embedding) {
	}

}
