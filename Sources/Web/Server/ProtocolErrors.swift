import HummingbirdCore
import Logging
import NIOCore

/// The connection of a client, with an answer of its own to what isn't HTTP: the framework would close without a word
/// of explanation.
struct SiteChannel: ServerChildChannel {
    private let connection: HTTP1Channel
    private let executors: LoopExecutors

    init(
        responder: @escaping HTTPChannelHandler.Responder,
        configuration: HTTP1Channel.Configuration,
        executors: LoopExecutors
    ) {
        self.executors = executors
        var configuration = configuration
        configuration.additionalChannelHandlers = { [ProtocolErrorCatcher()] }
        connection = HTTP1Channel(responder: responder, configuration: configuration)
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
        do {
            try channel.pipeline.syncOperations.addHandler(PlainWriter())
        } catch {
            return channel.eventLoop.makeFailedFuture(error)
        }
        return connection.setup(channel: channel, logger: logger)
    }

    func handle(value: HTTP1Channel.Value, logger: Logger) async {
        await withTaskExecutorPreference(executors[value.channel]) {
            await connection.handle(value: value, logger: logger)
        }
    }
}

/// Stands before the HTTP encoder, so that it can send bytes as they are.
private final class PlainWriter: ChannelOutboundHandler {
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// Whether something was sent since the last part of a request arrived.
    var hasAnswered = true

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        hasAnswered = true
        context.write(data, promise: promise)
    }

    func refuse(on pipeline: ChannelPipeline) throws {
        let context = try pipeline.syncOperations.context(handler: self)
        let body =
            "400 Bad Request\n\nWhat arrived is not a valid HTTP/1.1 request, or its headers are too large. "
            + "Check the program that sent it, or clear this site's cookies and try again.\n"
        let head = """
            HTTP/1.1 400 Bad Request\r
            Content-Type: text/plain; charset=utf-8\r
            Content-Length: \(body.utf8.count)\r
            Cache-Control: no-store\r
            X-Content-Type-Options: nosniff\r
            Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r
            Referrer-Policy: no-referrer\r
            Connection: close\r
            \r

            """
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: head + body)), promise: nil)
        context.close(promise: nil)
    }
}

/// Stands behind the HTTP decoder and answers its complaints, unless an answer is already under way.
private final class ProtocolErrorCatcher: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = NIOAny

    private var writer: PlainWriter?

    func handlerAdded(context: ChannelHandlerContext) {
        // Without it the framework's own answer goes out, which is empty but right.
        do { writer = try context.pipeline.syncOperations.handler(type: PlainWriter.self) } catch {}
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        writer = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        writer?.hasAnswered = false
        context.fireChannelRead(data)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard !(error is IOError), !(error is ChannelError), let writer, writer.hasAnswered else {
            context.fireErrorCaught(error)
            return
        }
        do {
            try writer.refuse(on: context.pipeline)
        } catch {
            context.fireErrorCaught(error)
        }
    }
}
