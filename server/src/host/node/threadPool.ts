import process from 'node:process';

// Imported before anything that reads files: Node.js takes the number when its first thread starts. A file on a drive that
// has gone holds a thread for as long as the drive is gone, and with the four that there are by default, the files of four
// folders would stop everything else.
process.env['UV_THREADPOOL_SIZE'] ??= '64';
