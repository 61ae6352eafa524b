package io.github.milvusspring.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Random;

import com.google.protobuf.InvalidProtocolBufferException;
import io.milvus.grpc.BoolResponse;
import io.milvus.grpc.CollectionSchema;
import io.milvus.grpc.ConnectResponse;
import io.milvus.grpc.DataType;
import io.milvus.grpc.DescribeCollectionRequest;
import io.milvus.grpc.DescribeCollectionResponse;
import io.milvus.grpc.DoubleArray;
import io.milvus.grpc.FieldData;
import io.milvus.grpc.FieldSchema;
import io.milvus.grpc.FloatArray;
import io.milvus.grpc.IDs;
import io.milvus.grpc.KeyValuePair;
import io.milvus.grpc.LongArray;
import io.milvus.grpc.MutationResult;
import io.milvus.grpc.QueryResults;
import io.milvus.grpc.ScalarField;
import io.milvus.grpc.SearchRequest;
import io.milvus.grpc.SearchResultData;
import io.milvus.grpc.SearchResults;
import io.milvus.grpc.ServerInfo;
import io.milvus.grpc.StringArray;
import io.milvus.grpc.VectorField;
import io.milvus.shaded.io.grpc.HandlerRegistry;
import io.milvus.shaded.io.grpc.MethodDescriptor;
import io.milvus.shaded.io.grpc.Server;
import io.milvus.shaded.io.grpc.ServerMethodDefinition;
import io.milvus.shaded.io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.milvus.shaded.io.grpc.stub.ServerCalls;
import org.jspecify.annotations.Nullable;

/**
 * A server that takes every request and does nothing, in a process of its own: what is
 * left is the client and the wire.
 */
public final class NothingServer extends HandlerRegistry {

	/** Returns the last upsert or insert that was received, byte by byte. */
	static final String LAST_WRITE = "milvus.benchmarks/LastWrite";

	private static final int HITS = 100;

	private final byte[] searchWithVectors = search(true);

	private final byte[] searchWithoutVectors = search(false);

	private volatile byte[] lastWrite = {};

	private NothingServer() {
	}

	/**
	 * Runs until standard input ends; prints the port.
	 * @param args none
	 */
	public static void main(String[] args) throws Exception {
		Server server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
			.maxInboundMessageSize(Integer.MAX_VALUE)
			.fallbackHandlerRegistry(new NothingServer())
			.directExecutor()
			.build()
			.start();
		System.out.println(server.getPort());
		while (System.in.read() >= 0) {
			continue;
		}
		server.shutdownNow();
	}

	@Override
	public ServerMethodDefinition<?, ?> lookupMethod(String name, @Nullable String authority) {
		MethodDescriptor<byte[], byte[]> method = bytes(name);
		return ServerMethodDefinition.create(method, ServerCalls.asyncUnaryCall((request, reply) -> {
			try {
				reply.onNext(answer(name.substring(name.indexOf('/') + 1), request));
				reply.onCompleted();
			}
			catch (InvalidProtocolBufferException ex) {
				reply.onError(ex);
			}
		}));
	}

	static MethodDescriptor<byte[], byte[]> bytes(String name) {
		return MethodDescriptor.<byte[], byte[]>newBuilder()
			.setType(MethodDescriptor.MethodType.UNARY)
			.setFullMethodName(name)
			.setRequestMarshaller(new Bytes())
			.setResponseMarshaller(new Bytes())
			.build();
	}

	private byte[] answer(String method, byte[] request) throws InvalidProtocolBufferException {
		return switch (method) {
			case "Connect" -> ConnectResponse.newBuilder()
				.setServerInfo(ServerInfo.newBuilder().setBuildTags("v2.6.0"))
				.build()
				.toByteArray();
			case "HasCollection" -> BoolResponse.newBuilder().setValue(true).build().toByteArray();
			case "DescribeCollection" ->
				describe(DescribeCollectionRequest.parseFrom(request).getCollectionName()).toByteArray();
			case "Upsert", "Insert" -> {
				this.lastWrite = request;
				yield MutationResult.newBuilder().setUpsertCnt(1).build().toByteArray();
			}
			case "LastWrite" -> this.lastWrite;
			case "Search" -> SearchRequest.parseFrom(request).getOutputFieldsList().contains("embedding")
					? this.searchWithVectors : this.searchWithoutVectors;
			case "Query" -> query();
			default -> new byte[0];
		};
	}

	private static DescribeCollectionResponse describe(String collection) {
		CollectionSchema.Builder schema = CollectionSchema.newBuilder().setName(collection);
		if (collection.equals(SpringAiStore.COLLECTION)) {
			schema.addFields(text("doc_id").setIsPrimaryKey(true))
				.addFields(text("content"))
				.addFields(FieldSchema.newBuilder().setName("metadata").setDataType(DataType.JSON))
				.addFields(vector("embedding", Doc.DIMENSION));
			return DescribeCollectionResponse.newBuilder().setSchema(schema).setCollectionName(collection).build();
		}
		schema.addFields(FieldSchema.newBuilder().setName("id").setDataType(DataType.Int64).setIsPrimaryKey(true));
		if (collection.equals("docs")) {
			schema.addFields(text("title"))
				.addFields(FieldSchema.newBuilder().setName("price").setDataType(DataType.Double))
				.addFields(vector("embedding", Doc.DIMENSION));
		}
		else {
			schema.addFields(text("name"))
				.addFields(FieldSchema.newBuilder().setName("active").setDataType(DataType.Bool))
				.addFields(FieldSchema.newBuilder().setName("kind").setDataType(DataType.Int8))
				.addFields(FieldSchema.newBuilder().setName("year").setDataType(DataType.Int16))
				.addFields(FieldSchema.newBuilder().setName("count").setDataType(DataType.Int32))
				.addFields(FieldSchema.newBuilder().setName("weight").setDataType(DataType.Float))
				.addFields(FieldSchema.newBuilder().setName("price").setDataType(DataType.Double))
				.addFields(vector("embedding", 2));
		}
		return DescribeCollectionResponse.newBuilder().setSchema(schema).setCollectionName(collection).build();
	}

	private static FieldSchema.Builder text(String name) {
		return FieldSchema.newBuilder()
			.setName(name)
			.setDataType(DataType.VarChar)
			.addTypeParams(KeyValuePair.newBuilder().setKey("max_length").setValue("65535"));
	}

	private static FieldSchema.Builder vector(String name, int dimension) {
		return FieldSchema.newBuilder()
			.setName(name)
			.setDataType(DataType.FloatVector)
			.addTypeParams(KeyValuePair.newBuilder().setKey("dim").setValue(Integer.toString(dimension)));
	}

	private static byte[] search(boolean vectors) {
		SearchResultData.Builder data = SearchResultData.newBuilder()
			.setNumQueries(1)
			.setTopK(HITS)
			.addTopks(HITS)
			.addAllOutputFields(
					vectors ? List.of("id", "title", "price", "embedding") : List.of("id", "title", "price"))
			.setIds(IDs.newBuilder().setIntId(ids(HITS)))
			.addFieldsData(id(HITS))
			.addFieldsData(title(HITS))
			.addFieldsData(price(HITS));
		for (int i = 0; i < HITS; i++) {
			data.addScores(1 - i / 1000f);
		}
		if (vectors) {
			data.addFieldsData(embeddings(HITS));
		}
		return SearchResults.newBuilder().setResults(data).build().toByteArray();
	}

	private static byte[] query() {
		return QueryResults.newBuilder()
			.addFieldsData(id(1))
			.addFieldsData(title(1))
			.addFieldsData(price(1))
			.addFieldsData(embeddings(1))
			.build()
			.toByteArray();
	}

	private static LongArray ids(int count) {
		LongArray.Builder ids = LongArray.newBuilder();
		for (int i = 0; i < count; i++) {
			ids.addData(i);
		}
		return ids.build();
	}

	private static FieldData id(int count) {
		return FieldData.newBuilder()
			.setFieldName("id")
			.setType(DataType.Int64)
			.setScalars(ScalarField.newBuilder().setLongData(ids(count)))
			.build();
	}

	private static FieldData title(int count) {
		StringArray.Builder titles = StringArray.newBuilder();
		for (int i = 0; i < count; i++) {
			titles.addData("title of document " + i);
		}
		return FieldData.newBuilder()
			.setFieldName("title")
			.setType(DataType.VarChar)
			.setScalars(ScalarField.newBuilder().setStringData(titles))
			.build();
	}

	private static FieldData price(int count) {
		DoubleArray.Builder prices = DoubleArray.newBuilder();
		for (int i = 0; i < count; i++) {
			prices.addData(i / 7.0);
		}
		return FieldData.newBuilder()
			.setFieldName("price")
			.setType(DataType.Double)
			.setScalars(ScalarField.newBuilder().setDoubleData(prices))
			.build();
	}

	private static FieldData embeddings(int count) {
		Random random = new Random(7);
		FloatArray.Builder floats = FloatArray.newBuilder();
		for (int i = 0; i < count; i++) {
			for (float value : Doc.vector(random)) {
				floats.addData(value);
			}
		}
		return FieldData.newBuilder()
			.setFieldName("embedding")
			.setType(DataType.FloatVector)
			.setVectors(VectorField.newBuilder().setDim(Doc.DIMENSION).setFloatVector(floats))
			.build();
	}

	/**
	 * Bytes as they are.
	 */
	static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {

		@Override
		public InputStream stream(byte[] value) {
			return new ByteArrayInputStream(value);
		}

		@Override
		public byte[] parse(InputStream stream) {
			try {
				return stream.readAllBytes();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
