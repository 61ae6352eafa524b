package io.github.milvusspring.data.wire;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.wire.column.Column;
import io.github.milvusspring.data.wire.column.LongColumn;
import io.github.milvusspring.data.wire.column.RandomColumns;
import io.milvus.grpc.ArrayArray;
import io.milvus.grpc.DataType;
import io.milvus.grpc.FieldData;
import io.milvus.grpc.GeometryWktArray;
import io.milvus.grpc.IDs;
import io.milvus.grpc.LongArray;
import io.milvus.grpc.MutationResult;
import io.milvus.grpc.QueryResults;
import io.milvus.grpc.ScalarField;
import io.milvus.grpc.SearchResultData;
import io.milvus.grpc.SearchResults;
import io.milvus.grpc.Status;
import io.milvus.grpc.StringArray;
import io.milvus.grpc.StructArrayField;
import io.milvus.grpc.TimestamptzArray;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Whether what the SDK's generated classes write is read as it was meant.
 */
class ReplyParityTests {

	private static final UnknownFieldSet UNKNOWN = UnknownFieldSet.newBuilder()
		.addField(1001, UnknownFieldSet.Field.newBuilder().addVarint(-1).build())
		.addField(1002, UnknownFieldSet.Field.newBuilder().addFixed32(7).build())
		.addField(1003, UnknownFieldSet.Field.newBuilder().addFixed64(7).build())
		.addField(1004,
				UnknownFieldSet.Field.newBuilder().addLengthDelimited(ByteString.copyFrom(new byte[40_000])).build())
		.build();

	@Provide
	Arbitrary<RandomColumns.Values> columns() {
		return RandomColumns.columns();
	}

	@Provide
	Arbitrary<List<RandomColumns.Values>> structs() {
		return RandomColumns.structs();
	}

	@Provide
	Arbitrary<String> texts() {
		return RandomColumns.texts();
	}

	/** A stream as a network gives it: a few bytes at a time. */
	private static InputStream trickle(byte[] bytes, int step) {
		return new FilterInputStream(new ByteArrayInputStream(bytes)) {
			@Override
			public int read(byte[] target, int offset, int length) throws IOException {
				return super.read(target, offset, Math.min(length, step));
			}

			@Override
			public int available() {
				return (step > 3) ? step / 2 : 0;
			}
		};
	}

	private static List<@Nullable Object> values(Column column) {
		List<@Nullable Object> values = new ArrayList<>();
		for (int row = 0; row < column.rows(); row++) {
			assertThat(column.isNull(row)).isEqualTo(column.value(row) == null);
			values.add(column.value(row));
		}
		return values;
	}

	private static void assertSame(Column column, RandomColumns.Values values) {
		assertThat(column.name()).isEqualTo(values.name());
		assertThat(column.type()).isEqualTo(values.type());
		assertThat(column.dynamic()).isEqualTo(values.name().equals("$meta") && values.type() == FieldType.JSON);
		assertThat(Arrays.deepEquals(deep(values(column)), deep(values.values()))).as("the values sent").isTrue();
	}

	private static @Nullable Object[] deep(List<?> values) {
		return values.stream().map((value) -> (value instanceof List<?> list) ? deep(list) : value).toArray();
	}

	@Property(tries = 300)
	void structsAreRead(@ForAll("structs") List<RandomColumns.Values> fields,
			@ForAll @IntRange(min = 1, max = 300) int step) throws IOException {
		StructArrayField.Builder structs = StructArrayField.newBuilder().setUnknownFields(UNKNOWN);
		fields.forEach((field) -> structs.addFields(field.message(false)));
		FieldData data = FieldData.newBuilder()
			.setType(DataType.ArrayOfStruct)
			.setFieldName("structs")
			.setStructArrays(structs)
			.build();
		QueryResults reply = QueryResults.newBuilder().addFieldsData(data).build();
		Column column = QueryReply.read(trickle(reply.toByteArray(), step)).rows().columns().get(0);
		int rows = fields.get(0).values().size();
		assertThat(column.rows()).isEqualTo(rows);
		for (int row = 0; row < rows; row++) {
			List<?> found = (List<?>) column.value(row);
			for (RandomColumns.Values field : fields) {
				List<?> sent = (List<?>) field.values().get(row);
				assertThat(found).hasSameSizeAs(sent);
				List<Object> read = new ArrayList<>();
				found.forEach((struct) -> read.add(((Map<?, ?>) struct).get(field.name())));
				assertThat(Arrays.deepEquals(deep(read), deep(sent))).as("the values sent").isTrue();
			}
		}
	}

	@Test
	void pointsInTimeAreReadAsMicrosecondsToo() throws IOException {
		FieldData.Builder times = FieldData.newBuilder()
			.setFieldName("at")
			.setType(DataType.Timestamptz)
			.setScalars(ScalarField.newBuilder()
				.setTimestamptzData(TimestamptzArray.newBuilder().addData(-1).addData(1_500_000)));
		assertThat(values(read(QueryResults.newBuilder().addFieldsData(times).build()).rows().columns().get(0)))
			.containsExactly("1969-12-31T23:59:59.999999Z", "1970-01-01T00:00:01.500Z");
	}

	@Property(tries = 500)
	void columnsAreReadWithOrWithoutPlaceholdersForNull(@ForAll("columns") RandomColumns.Values values,
			@ForAll boolean placeholders, @ForAll @IntRange(min = 1, max = 300) int step) throws IOException {
		QueryResults reply = QueryResults.newBuilder().addFieldsData(values.message(placeholders)).build();
		QueryReply read = QueryReply.read(trickle(reply.toByteArray(), step));
		assertThat(read.rows().rows()).isEqualTo(values.values().size());
		assertSame(read.rows().columns().get(0), values);
	}

	@Property(tries = 300)
	void unknownFieldsAreSkippedEverywhere(@ForAll("columns") RandomColumns.Values values,
			@ForAll @IntRange(min = 1, max = 40_000) int step) throws IOException {
		FieldData message = values.message(true);
		FieldData.Builder data = message.toBuilder().setUnknownFields(UNKNOWN);
		if (message.hasScalars()) {
			data.setScalars(message.getScalars().toBuilder().setUnknownFields(UNKNOWN));
		}
		else {
			data.setVectors(message.getVectors().toBuilder().setUnknownFields(UNKNOWN));
		}
		QueryResults reply = QueryResults.newBuilder()
			.setUnknownFields(UNKNOWN)
			.setStatus(Status.newBuilder().setUnknownFields(UNKNOWN))
			.setCollectionName("c")
			.addOutputFields("f")
			.addFieldsData(data)
			.build();
		QueryReply read = QueryReply.read(trickle(reply.toByteArray(), step));
		assertThat(read.status().failed()).isFalse();
		assertSame(read.rows().columns().get(0), values);
	}

	@Property(tries = 300)
	void numbersAreReadPackedOrNot(@ForAll("columns") RandomColumns.Values values) throws IOException {
		FieldData message = values.message(false);
		byte[] unpacked = QueryResults.newBuilder()
			.build()
			.toBuilder()
			.setUnknownFields(UnknownFieldSet.newBuilder()
				.addField(2, UnknownFieldSet.Field.newBuilder().addLengthDelimited(unpacked(message)).build())
				.build())
			.build()
			.toByteArray();
		assertSame(QueryReply.read(new ByteArrayInputStream(unpacked)).rows().columns().get(0), values);
	}

	// Numbers one by one, as the protocol allows, and the fields from last to first.
	private static ByteString unpacked(FieldData message) throws InvalidProtocolBufferException {
		UnknownFieldSet.Builder data = UnknownFieldSet.newBuilder();
		UnknownFieldSet fields = UnknownFieldSet.parseFrom(message.toByteString());
		List<ByteString> parts = new ArrayList<>();
		fields.asMap().forEach((number, field) -> {
			UnknownFieldSet.Field written = field;
			if (number == 3) {
				written = UnknownFieldSet.Field.newBuilder().addLengthDelimited(unpacked(message.getScalars())).build();
			}
			else if (number == 7) {
				UnknownFieldSet.Field.Builder flags = UnknownFieldSet.Field.newBuilder();
				message.getValidDataList().forEach((flag) -> flags.addVarint(flag ? 1 : 0));
				written = flags.build();
			}
			parts.add(0, UnknownFieldSet.newBuilder().addField(number, written).build().toByteString());
		});
		return ByteString.copyFrom(parts);
	}

	private static ByteString unpacked(ScalarField field) {
		UnknownFieldSet.Field.Builder numbers = UnknownFieldSet.Field.newBuilder();
		switch (field.getDataCase()) {
			case BOOL_DATA -> field.getBoolData().getDataList().forEach((value) -> numbers.addVarint(value ? 1 : 0));
			case INT_DATA -> field.getIntData().getDataList().forEach((value) -> numbers.addVarint(value));
			case LONG_DATA -> field.getLongData().getDataList().forEach(numbers::addVarint);
			case FLOAT_DATA -> field.getFloatData()
				.getDataList()
				.forEach((value) -> numbers.addFixed32(Float.floatToRawIntBits(value)));
			case DOUBLE_DATA -> field.getDoubleData()
				.getDataList()
				.forEach((value) -> numbers.addFixed64(Double.doubleToRawLongBits(value)));
			default -> {
				return field.toByteString();
			}
		}
		ByteString array = UnknownFieldSet.newBuilder().addField(1, numbers.build()).build().toByteString();
		return UnknownFieldSet.newBuilder()
			.addField(field.getDataCase().getNumber(),
					UnknownFieldSet.Field.newBuilder().addLengthDelimited(array).build())
			.build()
			.toByteString();
	}

	@Property(tries = 200)
	void columnsAreReadInAnyOrder(@ForAll @Size(min = 1, max = 4) List<RandomColumns.@From("columns") Values> columns,
			@ForAll @IntRange(min = 1, max = 200) int rows) throws IOException {
		QueryResults.Builder reply = QueryResults.newBuilder();
		List<RandomColumns.Values> some = columns.stream()
			.filter((one) -> !one.values().isEmpty())
			.map((one) -> one.ofRows(rows))
			.toList();
		some.forEach((one) -> reply.addFieldsData(one.message(false)));
		byte[] bytes = ByteString
			.copyFrom(List.of(reply.build().toByteString(),
					QueryResults.newBuilder().setStatus(Status.newBuilder().setReason("last")).build().toByteString()))
			.toByteArray();
		QueryReply read = QueryReply.read(new ByteArrayInputStream(bytes));
		assertThat(read.status().reason()).isEqualTo("last");
		assertThat(read.rows().rows()).isEqualTo(some.isEmpty() ? 0 : rows);
		for (int i = 0; i < some.size(); i++) {
			assertSame(read.rows().columns().get(i), some.get(i));
		}
	}

	@Property(tries = 200)
	void searchesAreRead(@ForAll("columns") RandomColumns.Values values, @ForAll float[] scores,
			@ForAll @Size(max = 5) List<@IntRange(max = 9) Integer> counts, @ForAll long[] keys,
			@ForAll @IntRange(min = 1, max = 100) int step) throws IOException {
		SearchResultData.Builder data = SearchResultData.newBuilder()
			.setUnknownFields(UNKNOWN)
			.setNumQueries(3)
			.setTopK(5)
			.addFieldsData(values.message(false))
			.addOutputFields(values.name())
			.setPrimaryFieldName("id")
			.setAllSearchCount(7);
		LongArray.Builder ids = LongArray.newBuilder();
		for (long key : keys) {
			ids.addData(key);
		}
		for (float score : scores) {
			data.addScores(score);
		}
		List<Long> hits = new ArrayList<>();
		long rest = scores.length;
		for (int count : counts) {
			hits.add(Math.min(count, rest));
			rest -= hits.get(hits.size() - 1);
		}
		data.addAllTopks(hits);
		data.setIds(IDs.newBuilder().setIntId(ids));
		SearchResults reply = SearchResults.newBuilder()
			.setStatus(Status.newBuilder())
			.setResults(data)
			.setCollectionName("c")
			.setSessionTs(9)
			.build();
		SearchReply read = SearchReply.read(trickle(reply.toByteArray(), step));
		assertThat(Arrays.equals(read.scores(), scores)).isTrue();
		assertThat(read.hitsPerQuery()).isEqualTo(hits.stream().mapToLong(Long::longValue).toArray());
		assertThat(values(read.keys())).hasSize(keys.length).isEqualTo(values(new LongColumn("", keys, null)));
		assertSame(read.rows().columns().get(0), values);
	}

	@Property(tries = 200)
	@SuppressWarnings("deprecation")
	void writesAreRead(@ForAll List<@From("texts") String> keys, @ForAll("texts") String reason, @ForAll int code,
			@ForAll @IntRange(min = 1, max = 100) int step) throws IOException {
		MutationResult reply = MutationResult.newBuilder()
			.setUnknownFields(UNKNOWN)
			.setStatus(Status.newBuilder()
				.setCode(code)
				.setReason(reason)
				.setErrorCodeValue(5)
				.setRetriable(code % 2 == 0)
				.setDetail("detail")
				.putExtraInfo("other", "true")
				.putExtraInfo("is_input_error", Boolean.toString(code % 3 == 0)))
			.setIDs(IDs.newBuilder().setStrId(StringArray.newBuilder().addAllData(keys)).setUnknownFields(UNKNOWN))
			.addSuccIndex(1)
			.addErrIndex(2)
			.setAcknowledged(true)
			.setInsertCnt(3)
			.setDeleteCnt(4)
			.setUpsertCnt(Long.MAX_VALUE)
			.setTimestamp(-5)
			.build();
		WriteReply read = WriteReply.read(trickle(reply.toByteArray(), step));
		assertThat(read.status()).isEqualTo(new ReplyStatus(code, 5, reason, code % 2 == 0, code % 3 == 0));
		assertThat(values(read.keys())).isEqualTo(keys);
		assertThat(List.of(read.inserted(), read.deleted(), read.upserted(), read.timestamp())).containsExactly(3L, 4L,
				Long.MAX_VALUE, -5L);
	}

	@Property(tries = 300)
	void validityIsReadBesideTheValuesToo(@ForAll("columns") RandomColumns.Values values, @ForAll boolean packed)
			throws IOException {
		FieldData message = values.message(true);
		UnknownFieldSet.Field.Builder flags = UnknownFieldSet.Field.newBuilder();
		ByteString.Output bytes = ByteString.newOutput();
		for (boolean flag : message.getValidDataList()) {
			flags.addVarint(flag ? 1 : 0);
			bytes.write(flag ? 1 : 0);
		}
		UnknownFieldSet.Field valid = packed
				? UnknownFieldSet.Field.newBuilder().addLengthDelimited(bytes.toByteString()).build() : flags.build();
		FieldData.Builder data = message.toBuilder().clearValidData();
		if (message.hasScalars()) {
			data.setScalars(message.getScalars()
				.toBuilder()
				.setUnknownFields(UnknownFieldSet.newBuilder().addField(17, valid).build()));
		}
		else {
			data.setVectors(message.getVectors()
				.toBuilder()
				.setUnknownFields(UnknownFieldSet.newBuilder().addField(9, valid).build()));
		}
		assertSame(read(QueryResults.newBuilder().addFieldsData(data).build()).rows().columns().get(0), values);
	}

	@Test
	void elementsOfArraysMayBeNull() throws IOException {
		ScalarField elements = ScalarField.newBuilder()
			.setLongData(LongArray.newBuilder().addData(7).addData(0).addData(8))
			.setUnknownFields(UnknownFieldSet.newBuilder()
				.addField(17,
						UnknownFieldSet.Field.newBuilder()
							.addLengthDelimited(ByteString.copyFrom(new byte[] { 1, 0, 1 }))
							.build())
				.build())
			.build();
		FieldData.Builder data = FieldData.newBuilder()
			.setFieldName("numbers")
			.setType(DataType.Array)
			.setScalars(ScalarField.newBuilder()
				.setArrayData(ArrayArray.newBuilder().setElementType(DataType.Int64).addData(elements)));
		Column column = read(QueryResults.newBuilder().addFieldsData(data).build()).rows().columns().get(0);
		assertThat(column.value(0)).isEqualTo(Arrays.asList(7L, null, 8L));
	}

	@Test
	void emptyRepliesAreEmpty() throws IOException {
		assertThat(QueryReply.read(InputStream.nullInputStream()).rows().rows()).isZero();
		assertThat(SearchReply.read(InputStream.nullInputStream()).scores()).isEmpty();
		WriteReply write = WriteReply.read(InputStream.nullInputStream());
		assertThat(write.keys().rows()).isZero();
		assertThat(write.status().failed()).isFalse();
	}

	@Test
	void aTypeThatIsNotKnownIsNamedWithItsField() {
		FieldData.Builder unknown = FieldData.newBuilder()
			.setFieldName("place")
			.setTypeValue(250)
			.setScalars(
					ScalarField.newBuilder().setGeometryWktData(GeometryWktArray.newBuilder().addData("POINT (1 2)")));
		assertThatIOException().isThrownBy(() -> read(QueryResults.newBuilder().addFieldsData(unknown).build()))
			.withMessageContainingAll("'place'", "type 250", "output fields");
	}

	@Test
	void valuesOfAnotherKindAreNotTakenForNone() {
		FieldData.Builder wrong = FieldData.newBuilder()
			.setFieldName("text")
			.setType(DataType.VarChar)
			.setScalars(ScalarField.newBuilder().setLongData(LongArray.newBuilder().addData(5)));
		assertThatIOException().isThrownBy(() -> read(QueryResults.newBuilder().addFieldsData(wrong).build()))
			.withMessageContaining("'text'");
	}

	@Test
	void moreFlagsThanValuesAreRefused() {
		FieldData.Builder wrong = FieldData.newBuilder()
			.setFieldName("number")
			.setType(DataType.Int64)
			.addAllValidData(List.of(true, true, false))
			.setScalars(ScalarField.newBuilder().setLongData(LongArray.newBuilder().addData(5)));
		assertThatIOException().isThrownBy(() -> read(QueryResults.newBuilder().addFieldsData(wrong).build()))
			.withMessageContaining("'number'");
	}

	private static QueryReply read(Message reply) throws IOException {
		return QueryReply.read(new ByteArrayInputStream(reply.toByteArray()));
	}

	@Property(tries = 300)
	void aReplyThatEndsEarlyIsAnError(@ForAll("columns") RandomColumns.Values values, @ForAll Random random) {
		byte[] bytes = QueryResults.newBuilder().addFieldsData(values.message(true)).build().toByteArray();
		int length = 1 + random.nextInt(bytes.length - 1);
		assertThatIOException().isThrownBy(() -> QueryReply.read(new ByteArrayInputStream(bytes, 0, length)));
	}

}
