/* Runs every write and sync of a program on one thread of its own, one at a time.
 *
 * strace counts the calls that it injects a signal into for each thread apart. With this library preloaded there is
 * one series of calls, so that "kill at the K-th" meets every single one, whichever thread asked for it. */

#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static sem_t asked, answered;
static long call[5], result;
static int error;

static void *work(void *unused)
{
    for (;;) {
        while (sem_wait(&asked) != 0) {}
        result = syscall(call[0], call[1], call[2], call[3], call[4]);
        error = errno;
        sem_post(&answered);
    }
    return unused;
}

static void start(void)
{
    pthread_t thread;
    sem_init(&asked, 0, 0);
    sem_init(&answered, 0, 0);
    pthread_create(&thread, NULL, work, NULL);
    pthread_detach(thread);
}

static long run(long number, long a, long b, long c, long d)
{
    pthread_once(&once, start);
    pthread_mutex_lock(&turn);
    call[0] = number, call[1] = a, call[2] = b, call[3] = c, call[4] = d;
    sem_post(&asked);
    while (sem_wait(&answered) != 0) {}
    long value = result;
    int code = error;
    pthread_mutex_unlock(&turn);
    if (value < 0) errno = code;
    return value;
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset)
{
    return run(SYS_pwrite64, file, (long)bytes, count, offset);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset)
{
    return run(SYS_pwrite64, file, (long)bytes, count, offset);
}

int fsync(int file) { return run(SYS_fsync, file, 0, 0, 0); }
int fdatasync(int file) { return run(SYS_fdatasync, file, 0, 0, 0); }
int ftruncate(int file, off_t size) { return run(SYS_ftruncate, file, size, 0, 0); }
int ftruncate64(int file, off64_t size) { return run(SYS_ftruncate, file, size, 0, 0); }
#ifdef SYS_rename
int rename(const char *from, const char *to) { return run(SYS_rename, (long)from, (long)to, 0, 0); }
int unlink(const char *path) { return run(SYS_unlink, (long)path, 0, 0, 0); }
int mkdir(const char *path, mode_t mode) { return run(SYS_mkdir, (long)path, mode, 0, 0); }
#endif
